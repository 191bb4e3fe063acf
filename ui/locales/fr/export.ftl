# Ce que les documents exportés disent autour d’une conversation.

export-untitled = Conversation
export-made = Exporté de Sanad { $version } le { $date }
export-question = Question, { $date }
# Au-dessus de chaque réponse, dans chaque format.
export-answer = Texte généré par { $model }, { $date }
export-cut-stopped = Incomplet : la réponse a été arrêtée avant sa fin.
export-cut-engine-failed = Incomplet : le moteur s’est arrêté pendant la rédaction de la réponse.
export-cut-length-limit = Incomplet : la réponse a atteint la longueur maximale autorisée.
export-cut-app-ended = Incomplet : Sanad a été fermé pendant la rédaction de la réponse.
export-models = Modèles ayant généré du texte dans ce document
export-model = { $model } ; empreinte de son fichier : { $hash }
export-page = Page { $page } sur { $pages }
