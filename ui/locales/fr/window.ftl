# Tout ce que dit la fenêtre, et rien de ce que dit la ligne de commande.
# Les nombres arrivent comme variables : les chiffres saisis ici ne seraient pas isolés dans de l’arabe.
# Aucun lecteur de langue maternelle française n’a encore relu cette traduction.

app-name = Sanad
version = Version { $version }

## Langue, chiffres et thème
# Chaque langue est nommée par elle-même, quelle que soit celle de la fenêtre.

interface-settings = { $language } : langue et chiffres
language-menu = Langue de la fenêtre
language-en = English
language-ar = العربية
language-fa = فارسی
language-ur = اردو
language-he = עברית
language-fr = Français
beta = bêta : pas encore relu par un locuteur natif
digits-menu = Chiffres de la fenêtre
    .hint = Pour les dates, les heures et les décomptes. Les doses et les autres valeurs cliniques restent en chiffres latins.
digits-latn = Latins
digits-arab = Arabes orientaux
digits-arabext = Persans et ourdous
theme-system = Thème : celui du système
theme-light = Thème : clair
theme-dark = Thème : sombre

## Avant les conversations

first-run = Configurer Sanad
intended-use = Sanad aide les professionnels de santé à réfléchir et à rédiger ; il ne remplace pas leur jugement. Le texte qu’il génère peut être erroné : ne l’utilisez ni en urgence, ni pour une posologie que personne n’a vérifiée, ni à la place d’un échange avec le patient.
passphrase-explained = Les conversations restent sur cet ordinateur, chiffrées avec une phrase de passe que personne d’autre que vous ne connaît. Elle vous sera demandée à chaque démarrage de Sanad.
passphrase-new = Choisissez une phrase de passe
passphrase-repeat = Saisissez-la de nouveau
passphrases-differ = Les deux phrases de passe sont différentes.
strength-empty = Plusieurs mots sans lien entre eux forment une phrase solide et facile à retenir.
strength-very-weak = Très faible : elle serait devinée aussitôt. Ajoutez des mots.
strength-weak = Faible : elle ne résisterait pas à un ordinateur rapide. Ajoutez un mot.
strength-fair = Moyenne : suffisante si personne n’insiste. Un mot de plus la rendra solide.
strength-strong = Solide.
create-store = Configurer
creating-store = Configuration…

unlock-title = Déverrouillez vos conversations
passphrase = Phrase de passe
show-passphrase = Afficher la phrase de passe
hide-passphrase = Masquer la phrase de passe
caps-lock = Le verrouillage des majuscules est actif.
unlock = Déverrouiller
unlocking = Déverrouillage…

start-failed = Sanad n’a pas pu démarrer
try-again = Réessayer

## Conversations

conversations = Conversations
new-conversation = Nouvelle conversation
    .shortcut = Nouvelle conversation ({ $keys })
no-conversations = Vos conversations apparaîtront ici.
show-conversations = Afficher les conversations
hide-conversations = Masquer les conversations
group-today = Aujourd’hui
group-yesterday = Hier
group-week = Cette semaine
group-older = Plus ancien
conversation-title = { $title } · { $time }
rename = Renommer

## Modèle et moteur

no-model = Aucun modèle
    .hint = Aucun modèle n’est encore installé : rien ne peut donc répondre. Demandez à la personne qui s’occupe de cet ordinateur d’en ajouter un.
notice-english-only = Anglais seulement
    .description = Ce modèle n’a pas appris d’autres langues. Les questions dans ces langues ne lui sont pas posées.
notice-not-clinical = Hors usage clinique
    .description = Ce modèle est trop petit pour qu’on s’y fie dans la prise en charge des patients.
engine-off = Moteur inactif
engine-loading = Chargement du modèle { $percent }
engine-ready = Prêt
engine-reading = Lecture de la question { $percent }
engine-writing = Rédaction
engine-failed = Moteur interrompu
tokens = { $count ->
    [one] { $count } jeton
    [many] { $count } de jetons
   *[other] { $count } jetons
}

## Fil de la conversation

transcript = Conversation
welcome = Que souhaitez-vous demander ?
welcome-private = Rien de ce que vous saisissez ne quitte cet ordinateur.
your-question = Question
answer = Réponse
answers = Réponses à cette question
generated = Texte généré
table = Tableau
jump-to-latest = Dernier message
copy-answer = Copier la réponse
copied = Copié
copy-address = Copier l’adresse
copy-record = Copier pour le dossier
copied-record = Copié pour le dossier
copy-failed = Rien n’a été copié : réessayez
# La dernière ligne d’une telle copie.
record-generated = Texte généré par { $model } avec Sanad. À vérifier avant tout usage clinique.
regenerate = Rédiger une autre réponse
previous-answer = Réponse précédente
next-answer = Réponse suivante
answer-position = { $position } sur { $count }
model-hash = Empreinte du fichier de modèle : { $hash }
tokens-per-second = { $rate ->
    [one] { $rate } jeton par seconde
    [many] { $rate } de jetons par seconde
   *[other] { $rate } jetons par seconde
}
first-token-after = { $seconds ->
    [one] premier mot après { $seconds } seconde
    [many] premier mot après { $seconds } de secondes
   *[other] premier mot après { $seconds } secondes
}

incomplete = Réponse incomplète.
incomplete-stopped = La réponse a été arrêtée avant la fin.
incomplete-engine-failed = Le moteur s’est arrêté pendant la rédaction. Vous pouvez demander une autre réponse.
incomplete-length-limit = La réponse a atteint la longueur maximale autorisée. Demandez la suite.
incomplete-app-ended = Sanad a été fermé pendant la rédaction de la réponse. Vous pouvez en demander une autre.
incomplete-copy-mark = [Réponse incomplète. { $reason }]

declined-language-unsupported = { $model } ne connaît pas cette langue ({ $language }) ; la question ne lui a donc pas été posée.
    .hint = Dans une langue que le modèle n’a pas apprise, une réponse paraît fluide et ne veut rien dire. Posez la question en anglais, ou faites ajouter un modèle qui connaît cette langue ({ $language }).

announce-answer = Réponse terminée.
announce-incomplete = La réponse s’est arrêtée avant d’être complète.
announce-declined = La question n’a pas été posée au modèle.

## Avertissements
# Le module de texte les repère dans les questions collées ou importées ; `.hint` dit que faire.

question-warnings = Cette question ne dit peut-être pas ce qu’elle semble dire.
warning-override = Un caractère caché inverse l’ordre d’affichage à cet endroit.
    .hint = Une dose peut apparaître à l’envers. Comparez-la à sa source, puis réécrivez-la.
warning-unbalanced = Une marque de direction cachée n’a pas de début ou pas de fin.
    .hint = Ce qui l’entoure peut s’afficher dans un autre ordre. Comparez-le à sa source.
warning-invisible-tag = Des caractères cachés écrivent ici « { $spells } ».
    .hint = Personne ne les voit à l’écran. Demandez d’où vient le texte, et supprimez-les s’ils ne sont pas de vous.
warning-control-touches-digit = Un caractère caché touche un chiffre.
    .hint = Le nombre affiché peut différer du nombre enregistré. Comparez-le à sa source, puis réécrivez-le.
warning-look-alike = Un caractère ressemble ici à « { $looks_like } » sans l’être.
    .hint = Il vient d’un autre alphabet : la dose ou le nom n’est donc pas ce qu’il paraît. Comparez avec la source, puis réécrivez.
show-raw = Afficher le texte brut
hide-raw = Masquer le texte brut
raw-text = Texte brut
    .hint = Chaque caractère caché y est remplacé par son code.

## Valeurs signalées
# Le module de texte les repère ; `.reading` est écrit en toutes lettres à côté de la valeur.

mark-unknown = Vérifiez cette valeur.
mark-decimal-comma = La virgule est ici un séparateur décimal.
    .reading = ({ $value })
mark-naked-decimal = Sans zéro initial, un nombre décimal peut être lu dix fois trop grand.
    .reading = ({ $value })
mark-trailing-zero = Un zéro après le séparateur décimal peut faire lire une valeur dix fois trop grande.
    .reading = ({ $value })
mark-unit-u = « { $sign } » peut être lu comme un zéro ; écrivez « unités ».
mark-micro-sign = « { $sign } » peut être lu « { $misread } » ; écrivez « microgrammes ».
mark-ambiguous-range = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = (de { $from } à { $to })
mark-ambiguous-schedule = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = (matin { $morning }, midi { $noon }, soir { $evening })
mark-ambiguous-schedule-four = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = (matin { $morning }, midi { $noon }, soir { $evening }, coucher { $bedtime })
mark-ambiguous-date = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = (jour { $day }, mois { $month }, année { $year })
mark-ambiguous-negative = Le signe peut apparaître d’un côté ou de l’autre du nombre.
    .reading = (moins { $value })
mark-ambiguous-ratio = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = ({ $first } pour { $second })
mark-ambiguous-product = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = ({ $list }, multipliés)
mark-ambiguous-change = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = (d’abord { $from }, puis { $to })
mark-ambiguous-spread = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = ({ $value }, plus ou moins { $by })
mark-ambiguous-grouped = Les groupes de ce nombre peuvent apparaître dans un ordre ou dans l’autre.
    .reading = ({ $value })
mark-ambiguous-sequence = Certains lisent ces chiffres à partir de la droite, d’autres à partir de la gauche.
    .reading = (dans l’ordre : { $list })

## Zone de saisie

composer = Votre question
    .placeholder = Posez une question
send = Envoyer
stop = Arrêter
stopping = Arrêt…
reminder = Le texte généré peut être erroné. Vérifiez-le avant de l’utiliser.
draft-notes = À propos de votre question
draft-preview = Sera lu ainsi
question-language = Langue de la question
    .value = Langue de la question : { $language }
question-language-unknown = Langue non reconnue
detect-language = Détecter
language-with-dialect = { $language } ({ $dialect })
dialect-egy = égyptien
dialect-lev = levantin
dialect-glf = du Golfe
dialect-mag = maghrébin

## Collage
# La liste `$list` est composée des messages nommés `removed-…`.

pasted-removed = Retiré du texte collé : { $list }.
removed-direction-control = { $count ->
    [one] { $count } marque de direction cachée
    [many] { $count } de marques de direction cachées
   *[other] { $count } marques de direction cachées
}
removed-invisible-tag = { $count ->
    [one] { $count } balise cachée
    [many] { $count } de balises cachées
   *[other] { $count } balises cachées
}
removed-invisible = { $count ->
    [one] { $count } caractère invisible
    [many] { $count } de caractères invisibles
   *[other] { $count } caractères invisibles
}
removed-control = { $count ->
    [one] { $count } caractère de contrôle
    [many] { $count } de caractères de contrôle
   *[other] { $count } caractères de contrôle
}
insert-as-it-was = Insérer tel quel

## Mots dialectaux
# Le composant montre côte à côte le mot, le terme standard et le terme anglais.

hints = Vouliez-vous dire… ?
hint-meaning = « { $phrase } » peut vouloir dire « { $standard } » ({ $english }).
hint-add = Ajouter le terme clinique
    .of = Ajouter le terme clinique « { $standard } » après « { $phrase } »

## Pannes

dismiss = Fermer
failure-unknown = Un problème est survenu ({ $code }).
    .hint = Rien de ce qui était enregistré n’est perdu. Réessayez, ou redémarrez Sanad.

## Les calculs

calc = Calculs et doses
calc-toggle = Calculs, scores et doses ({ $key })
calc-search = Chercher un calcul, un score ou une dose
calc-nothing = Rien ne porte ce nom.
calc-recent = Utilisés en dernier
calc-back = Retour à la liste
calc-close = Fermer les calculs
calc-unit = Unité
calc-optional = facultatif
calc-written = D’après ce que vous avez écrit :
calc-day = YYYY-MM-DD
calc-confirm = La valeur est juste
calc-needed = Il manque encore :
calc-clear = Effacer
calc-insert = Insérer dans la conversation
calc-copy = Copier la fiche
calc-copied = Fiche copiée
calc-print = Imprimer
calc-printed = Imprimé le { $date }
calc-entered = Saisi
calc-working = Détail du calcul
calc-sources = Sources
calc-ranges = Valeurs de référence
calc-ranges-locked = Pour les adultes. Les valeurs de votre laboratoire s’affichent, et se saisissent, une fois vos conversations déverrouillées.
calc-range-low = Borne inférieure
calc-range-high = Borne supérieure
calc-range-keep = Conserver
calc-range-cancel = Annuler
calc-range-own = Intervalle de votre laboratoire
calc-range-edit = Saisir le vôtre
calc-range-published = Reprendre l’intervalle publié

## Chiffres sans source

unsupported-figures = { $count ->
    [one] { $count } chiffre de cette réponse ne vient ni de la question, ni d’un calcul, ni d’une source. À vérifier avant usage.
    [many] { $count } de chiffres de cette réponse ne viennent ni de la question, ni d’un calcul, ni d’une source. À vérifier avant usage.
   *[other] { $count } chiffres de cette réponse ne viennent ni de la question, ni d’un calcul, ni d’une source. À vérifier avant usage.
}
show-unsupported = Les montrer
hide-unsupported = Les masquer
# Ce que dit un lecteur d’écran après un tel chiffre.
mark-unsupported = Pas dans la question
mark-unsupported-value = Sans source : ni la question ni un calcul ne le dit.
mark-unsupported-unit = Sans source : la question donne ce nombre dans une autre unité.
mark-unsupported-drug = Sans source : la question donne cette quantité pour un autre médicament.
