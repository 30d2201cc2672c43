"""The rule pack: what goes wrong in journey maps, each as one rule with a name, a reason and, where
there is a safe one, a fix.
"""
