close = Fermer
cancel = Annuler
