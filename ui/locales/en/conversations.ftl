close = Close
cancel = Cancel
