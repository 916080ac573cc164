print("permit-portal")
