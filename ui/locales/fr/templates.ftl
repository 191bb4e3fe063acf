# Ce que la fenêtre dit autour des rôles et des modèles de texte ; leurs propres mots sont dans leurs fichiers.

templates = Rôles et modèles de texte
    .hint = Choisissez et remplissez le formulaire. Le texte va dans la question, où vous pouvez le modifier avant l’envoi.
    .shortcut = Rôles et modèles de texte ({ $keys })
template-search = Chercher par un mot
personas = Rôles, pour toute une conversation
templates-group = Modèles de texte, pour une question
template-nothing = Rien ne porte ce nom.
template-origin-changed = modifié par vous, version { $version }
template-origin-own = le vôtre, version { $version }
template-change = Modifier « { $name } »
template-export-one = Exporter « { $name } »
template-remove-changed = Rétablir « { $name } » tel que fourni
template-remove-own = Supprimer « { $name } »
template-new = Nouveau modèle de texte
persona-new = Nouveau rôle

## Un formulaire

template-form = Remplir
template-language = Langue du texte
template-preview-language = Langue de l’aperçu
template-preview = Ceci va dans la question
template-preview-persona = Ceci est dit au modèle
persona-follows = À chaque tour, ceci est dit au modèle dans la langue de votre question, si c’est l’arabe ou l’anglais.
template-back = Retour à la liste
template-insert = Insérer dans la question
persona-use = Utiliser dans cette conversation
template-optional = facultatif
template-none = sans réponse
template-entry-missing = Ce champ est nécessaire.
template-entry-too-long = Ce champ tient au plus { $limit } caractères.
template-entry-not-a-number = Écrivez un nombre simple, avec un point devant les décimales et sans virgule.
template-entry-below = La plus petite valeur possible est { $limit }.
template-entry-above = La plus grande valeur possible est { $limit }.
template-entry-no-unit = Choisissez une unité.
template-entry-no-choice = Choisissez une des réponses.
template-entry-not-a-day = Écrivez un jour du calendrier : année, mois, jour, avec des traits d’union.

## Le rôle d’une conversation

persona-of-conversation = Rôle de cette conversation
persona-chosen = { $name } : rôle de cette conversation
persona-change = En choisir un autre…
persona-remove = Sans rôle

## Modifier

template-edit = Modifier
template-name = Nom
template-about = À quoi il sert
template-fields = Champs du formulaire
    .hint = Chaque champ a un nom entre accolades, par lequel le texte ci-dessous appelle ce qui a été saisi.
template-add-field = Ajouter un champ
template-key = Nom dans le texte
template-kind = Accepte
template-kind-text = une ligne de texte
template-kind-long_text = plusieurs lignes
template-kind-number = un nombre
template-kind-choice = une réponse parmi plusieurs
template-kind-date = un jour
template-kind-age = un âge
template-required = doit être rempli
template-label = Libellé
template-least = Plus petite valeur
template-most = Plus grande valeur
template-choices = Réponses
template-units = Unités
template-add-option = Ajouter
template-option-remove = Retirer « { $option } »
template-field-up = Monter « { $field } »
template-field-remove = Retirer le champ « { $field } »
template-body = Texte pour la question
template-system = Rôle donné au modèle
template-text-hint = Écrivez { $field } là où va la saisie. Mettez ce qui accompagne un champ facultatif entre { $opens } et { $closes }.
template-rules = Ce dont Sanad se charge
template-follows = Demander chaque réponse dans la langue de la question
template-interviews = Une question par réponse, puis une conclusion
template-questions = Questions avant la conclusion : un nombre ou le nom d’un champ
template-heading = Titre de la conclusion
template-conclusion = Ce qui est dit au modèle quand il doit conclure
template-save = Enregistrer
template-fault-missing = Il manque quelque chose ici.
template-fault-value = Cette valeur n’est pas possible ici.
template-fault-twice = Deux d’entre eux portent ce nom.
template-fault-placeholder = Le texte appelle un champ qui n’est pas dans le formulaire, ou une accolade est de trop. Écrivez une accolade deux fois pour l’avoir dans le texte.
template-fault-alone = Le texte nomme un champ qui peut rester vide. Mettez-le avec son libellé dans une partie facultative, ou rendez le champ nécessaire.
template-fault-part = Une partie facultative n’est pas fermée, ou ne nomme aucun champ.
template-fault-too-long = Le modèle de texte est plus long que ce que Sanad garde.

## Fichiers

template-import = Importer un modèle de texte
    .hint = Choisissez un fichier d’un collègue ou d’un autre ordinateur. Rien n’est changé avant qu’il soit jugé bon.
template-clash = « { $name } » a l’identifiant d’un modèle de texte déjà présent, et dit autre chose.
template-clash-question = Que faire des deux ?
template-clash-keep_both = Garder les deux
    .hint = Celui du fichier reçoit un autre nom.
template-clash-replace = Remplacer
    .hint = Celui du fichier prend la place de l’autre.
template-imported-added = « { $name } » a été importé.
template-imported-already_there = « { $name } » est déjà présent, mot pour mot.
template-export = Exporter un modèle de texte
    .hint = Le fichier contient le formulaire et ses mots, et rien de ce qui a été saisi.
template-exported = Écrit dans { $path }.
