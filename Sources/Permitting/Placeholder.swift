// Permitting
