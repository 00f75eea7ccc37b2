// Keys, hover and theme; see the other modules.
