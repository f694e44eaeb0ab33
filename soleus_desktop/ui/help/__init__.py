"""The help: pages made of what guide, rules and menus say, and the one window that shows them."""
