"""Which workspaces of two states are compared with which, where folders became workspaces or ceased
to be ones.
"""
