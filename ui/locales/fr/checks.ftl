# L’autocontrôle : jusqu’où se fier à un modèle ici, dans chaque langue. Un résultat n’affirme pas plus que son intervalle.

self-check = Autocontrôle
    .shortcut = Autocontrôle ({ $keys })
    .running = Autocontrôle : { $share } effectué ({ $keys })
check-explained = Un autocontrôle pose au modèle des questions d’examen en anglais et en arabe, sur cet ordinateur, et dit combien de réponses sont justes dans chaque langue.
check-complete = L’autocontrôle est terminé.
check-paused = L’autocontrôle est en pause. Reprenez-le quand vous voulez.

## Commencer

check-new = Nouveau contrôle
check-model = Modèle
    .hint = Le résultat ne vaut que pour ce modèle sur cet ordinateur.
check-measure = Mesurer
check-measuring = Mesure en cours…
    .hint = Le modèle est en cours de chargement et sa vitesse est mesurée.
check-measured = { $model } a été mesuré. Choisissez un contrôle :
check-quick = Contrôle rapide
check-full = Contrôle complet
check-offer-asks-quick = { $count ->
    [one] { $count } question dans chaque langue.
    [many] { $count } de questions dans chaque langue.
   *[other] { $count } questions dans chaque langue.
}
check-offer-asks-full = { $count ->
    [one] { $count } question dans chaque langue, posée avec ses options dans tous les ordres.
    [many] { $count } de questions dans chaque langue, chacune posée avec ses options dans tous les ordres.
   *[other] { $count } questions dans chaque langue, chacune posée avec ses options dans tous les ordres.
}
check-offer-time = Dure environ { $time } ici.
check-offer-shows = { $points ->
    [one] Montre une différence entre les langues à partir de { $points } point.
    [many] Montre une différence entre les langues à partir de { $points } de points.
   *[other] Montre une différence entre les langues à partir de { $points } points.
}
check-offer-shows-none = Trop peu de questions pour montrer une différence entre les langues.
check-begin-quick = Commencer le contrôle rapide
check-begin-full = Commencer le contrôle complet
check-pauses = Une question dans la conversation met le contrôle en pause. Chaque résultat obtenu est gardé, même si Sanad est fermé.

## En cours

check-running = Contrôle de { $model }
check-progress = { $done } questions sur { $total }
check-left = encore { $time } environ
check-pause = Mettre en pause
check-pausing = Mise en pause…

## Contrôles passés

check-history = Contrôles effectués
check-none = Aucun contrôle n’a encore été fait.
check-state-running = en cours
check-state-paused = en pause
check-state-complete = terminé
check-continue = Reprendre
check-show = Ouvrir
check-back = Tous les contrôles
check-delete-title = Supprimer cet autocontrôle ?
check-delete-explained = Ses résultats ne pourront pas être récupérés. Exportez-le d’abord si vous pourriez en avoir besoin.

## Résultat

check-of = Autocontrôle de { $model }
check-set = Questions : { $set }, écrites pour Sanad. Relues par : { $reviewers }.
check-reviewed-none = personne
check-so-far = Incomplet : { $done } questions sur { $total } jusqu’ici.
check-nothing-asked = Aucune question n’a encore été posée.
check-language = Langue
check-right-en = { $of ->
    [one] { $count } réponse juste sur { $of } question d’examen en anglais sur cet ordinateur : { $share } (probablement de { $low } à { $high }).
    [many] { $count } réponses justes sur { $of } de questions d’examen en anglais sur cet ordinateur : { $share } (probablement de { $low } à { $high }).
   *[other] { $count } réponses justes sur { $of } questions d’examen en anglais sur cet ordinateur : { $share } (probablement de { $low } à { $high }).
}
check-right-ar = { $of ->
    [one] { $count } réponse juste sur { $of } question d’examen en arabe sur cet ordinateur : { $share } (probablement de { $low } à { $high }).
    [many] { $count } réponses justes sur { $of } de questions d’examen en arabe sur cet ordinateur : { $share } (probablement de { $low } à { $high }).
   *[other] { $count } réponses justes sur { $of } questions d’examen en arabe sur cet ordinateur : { $share } (probablement de { $low } à { $high }).
}
check-guessing = Le hasard donne { $chance }.
check-limits = Une note d’examen ne mesure ni les doses ni la sécurité.
check-standing-no-better-than-guessing = Pas mieux que le hasard.
check-standing-not-shown-above-half = Mieux que le hasard, mais rien ne montre que plus de la moitié des réponses sont justes.
check-standing-above-half = Plus de la moitié des réponses sont justes.
check-first-letter = Prend la première lettre dans { $share } des questions : il devine d’après la position.
check-first-letter-seldom = Ne prend la première lettre que dans { $share } des questions : ses réponses dépendent de la position.
check-too-long = { $count ->
    [one] { $count } question était trop longue pour le modèle et n’a pas été posée.
    [many] { $count } de questions étaient trop longues pour le modèle et n’ont pas été posées.
   *[other] { $count } questions étaient trop longues pour le modèle et n’ont pas été posées.
}
check-gap = Anglais et arabe comparés
check-gap-same = { $count ->
    [one] Sur la même question ({ $count }) : anglais { $english }, arabe { $arabic } ; différence de { $difference } points (probablement de { $low } à { $high }).
    [many] Sur les mêmes questions ({ $count }) : anglais { $english }, arabe { $arabic } ; différence de { $difference } points (probablement de { $low } à { $high }).
   *[other] Sur les mêmes { $count } questions : anglais { $english }, arabe { $arabic } ; différence de { $difference } points (probablement de { $low } à { $high }).
}
check-gap-none = Aucune différence n’a été montrée.
check-gap-visible = { $points ->
    [one] Autant de questions montrent une différence à partir de { $points } point.
    [many] Autant de questions montrent une différence à partir de { $points } de points.
   *[other] Autant de questions montrent une différence à partir de { $points } points.
}
check-gap-visible-none = Si peu de questions ne peuvent pas montrer de différence.

## Graphique

check-chart-languages = Réponses justes par langue
check-chart-subjects = Réponses justes par matière
check-chart-unranked = Chaque matière a si peu de questions que les matières ne peuvent pas être classées.
check-chart-legend = Point : part de réponses justes. Barre : où elle se situe probablement. Ligne en tirets : le hasard ({ $chance }).
check-chart-ends = de { $low } à { $high }
check-chart-right = Justes
check-chart-count = { $count } sur { $of }
check-chart-share = { $share } (probablement de { $low } à { $high })

## Questions

check-items = Toutes les questions
check-all = Toutes
check-subject = Matière
check-subject-anatomy = Anatomie
check-subject-biology = Biologie
check-subject-clinical_knowledge = Connaissances cliniques
check-subject-college_medicine = Médecine universitaire
check-subject-genetics = Génétique
check-subject-professional_medicine = Pratique médicale
check-outcome = Réponse
check-outcome-right = Juste
check-outcome-wrong = Fausse
check-outcome-not-asked = Non posée
check-count = { $count ->
    [one] { $count } question
    [many] { $count } de questions
   *[other] { $count } questions
}
check-more = En afficher plus
check-item-right = bonne réponse
check-item-taken = choisie par le modèle
check-item-not-asked = Cette question était trop longue pour le modèle et n’a pas été posée.
check-item-explanation = Explication
check-item-source = Source
check-item-checked = Vérifiée par
check-item-reviewed = Relue par

## Fichiers

check-export-title = Exporter l’autocontrôle
check-export-holds = Le fichier contient des questions d’examen et les réponses du modèle, rien de vos conversations.
check-format-json = Données (JSON)
    .hint = Tout : le modèle, ce qui était prévu, chaque résultat et le rapport.
check-format-csv = Tableau (CSV)
    .hint = Une ligne par question, pour un tableur.
check-exported = Fichier écrit : { $path }

## Beside an answer of the model

notice-check-guessing = Auto-vérification : pas mieux que le hasard dans cette langue
notice-check-half = Auto-vérification : rien ne montre plus de la moitié de réponses justes dans cette langue
