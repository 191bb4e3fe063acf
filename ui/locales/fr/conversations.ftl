## Boîtes de dialogue

close = Fermer
cancel = Annuler
undo = Annuler l’action
keep-changes = Enregistrer

## Liste des conversations

group-pinned = Épinglées
all-conversations = Toutes les conversations
more-conversations = Afficher plus
shelf-archive = Archives
shelf-bin = Corbeille
    .hint = Les conversations de la corbeille sont effacées définitivement après quelques minutes, ou dès que Sanad est verrouillé ou fermé.
archive-empty = Les archives sont vides.
bin-empty = La corbeille est vide.
folder-empty = Ce dossier est vide.
actions-of = Actions pour « { $title } »

## Dossiers

folders = Dossiers
new-folder = Nouveau dossier
rename-folder = Renommer le dossier
remove-folder = Supprimer le dossier
remove-folder-explained = Les conversations qu’il contient sont conservées, hors de tout dossier.
move = Déplacer vers un dossier
move-out = Retirer du dossier
move-to-new = Créer et y déplacer

## Actions sur une conversation

pin = Épingler
unpin = Désépingler
archive = Archiver
unarchive = Sortir des archives
archived = Conversation archivée.
unarchived = Conversation sortie des archives.
delete = Supprimer
deleted = Conversation mise à la corbeille ; elle sera effacée dans quelques minutes.
undelete = Restaurer
erase = Effacer maintenant
erase-title = Effacer cette conversation ?
erase-explained = Les questions, les réponses et les brouillons seront effacés de cet ordinateur. Cette action est irréversible.
erase-backups = Les sauvegardes antérieures la contiennent encore, jusqu’à ce que de plus récentes les remplacent.
erased = Conversation effacée.
about = À propos de cette conversation
persona = Rôle donné au modèle
    .hint = Par exemple : « Tu conseilles un dispensaire rural sans laboratoire. » Si le champ est vide, les consignes propres à Sanad s’appliquent.
conversation-language = Langue
conversation-language-each = Selon la langue de chaque question
conversation-model = Modèle
conversation-model-usual = Le modèle habituel
conversation-model-gone = Un modèle qui n’est plus installé

## Conversation temporaire

new-temporary = Nouvelle conversation temporaire
temporary = Conversation temporaire.
    .hint = Rien n’en est jamais écrit sur le disque. Elle disparaît dès que vous la quittez.
temporary-gone = La conversation temporaire a disparu.

## Branches

edit-question = Modifier cette question
editing = Vous modifiez une question.
    .hint = L’ancienne formulation et tout ce qui la suit sont conservés.
wordings = Formulations de cette question
previous-wording = Formulation précédente
next-wording = Formulation suivante
fork = Nouvelle conversation à partir d’ici
forked = C’est désormais une conversation à part ; l’autre est inchangée.
continue-answer = Continuer

## Recherche

search = Rechercher
    .shortcut = Rechercher ({ $keys })
    .placeholder = Rechercher dans toutes les conversations
    .hint = La recherche porte sur les titres, les questions et les réponses.
search-hits = Résultats
found-nothing = Aucun résultat.
found = { $count ->
    [one] { $count } passage trouvé.
    [many] { $count } de passages trouvés.
   *[other] { $count } passages trouvés.
}
found-so-far = { $count ->
    [one] { $count } passage pour l’instant ; il y en a d’autres.
    [many] { $count } de passages pour l’instant ; il y en a d’autres.
   *[other] { $count } passages pour l’instant ; il y en a d’autres.
}
index-incomplete = Une partie du texte est encore en cours d’indexation et peut manquer ici.
found-in-title = Titre
found-in-question = Question
found-in-answer = Réponse
filters = Affiner la recherche
filter-period = Période
period-any = N’importe quand
period-week = Dernière semaine
period-month = Dernier mois
period-year = Dernière année
period-between = Entre deux jours
filter-first = Du
filter-last = Au
filter-folder = Dossier
folder-any = Tous les dossiers
filter-archive = Archives
archive-both = Archives comprises
archive-outside = Hors archives
archive-inside = Archives seulement
filter-model = Modèle
model-any = Tous les modèles

left-out = Ce qui précède cette ligne dépasse ce que le modèle peut lire en une fois : il n’en a pas tenu compte dans la dernière réponse.
