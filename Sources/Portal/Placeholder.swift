// Portal
