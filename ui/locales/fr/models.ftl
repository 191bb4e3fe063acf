# La fenêtre des modèles : ce qui est installé, l’importation, et ce que l’on peut aller chercher ailleurs.

models = Modèles
    .shortcut = Modèles ({ $keys })
models-explained = Les modèles répondent aux questions. Sanad n’en télécharge jamais : procurez-vous le fichier avec un autre ordinateur, apportez-le ici et importez-le.

## Installés

models-here = Sur cet ordinateur
models-none = Aucun modèle n’est encore installé. Importez-en un, ou cherchez dans le catalogue ce que l’on peut se procurer.
model-size = Taille
model-parameters = Paramètres
model-format = Format
model-context = Contexte
model-family = Famille
model-languages = Langues
model-licence = Licence
model-template = Forme de conversation
model-template-present = fournie
model-template-absent = absente : le moteur peut le refuser
model-memory = Mémoire
fit-fits = Tient : il demande { $needed }, et { $available } sont libres.
fit-tight = Tient de justesse : il demande { $needed } sur les { $available } libres.
fit-will-not-fit = Ne tient pas : il demande { $needed }, et seuls { $available } sont libres.
fit-smaller = Le même modèle en { $quantisation } tiendrait.
model-identity = Identité
identity-same = le fichier même du catalogue
identity-different = pas le fichier que le catalogue connaît sous ce nom
identity-unknown = inconnue
model-origin = Emplacement
origin-copied = copié dans le dossier de Sanad
origin-in-place = utilisé là où il se trouve
origin-package = fourni avec Sanad
model-default = Interrogé d’habitude
model-default-for = Interrogé en { $languages }
model-adapter = Adaptateur
models-asked = Quel modèle est interrogé
    .hint = Une question dans une langue qui a son propre modèle charge d’abord celui-ci.
models-asked-default = D’habitude
models-asked-same = le modèle habituel
model-confirm = Utiliser le fichier tel qu’il est
model-remove = Retirer
model-remove-title = Retirer ce modèle ?
model-remove-frees = Cela libère { $size } sur le disque. Les conversations et leurs réponses restent.
model-remove-in-place = Le fichier reste où il est. Sanad cesse seulement de l’utiliser.
model-removed = Le modèle a été retiré, ce qui a libéré { $size }.

## Importation

model-import = Importer un modèle
model-import-explained = Choisissez un fichier « .gguf » sur cet ordinateur ou sur une clé, ou déposez-le sur cette fenêtre.
model-import-path = Fichier du modèle
model-import-look = Examiner le fichier
model-import-how = Comment l’utiliser
model-import-copy = Le copier ici
    .hint = La clé peut ensuite être retirée.
model-import-in-place = L’utiliser là où il se trouve
    .hint = Ne prend pas de place sur ce disque. Le fichier doit rester où il est.
model-import-base = Un adaptateur pour { $model }.
model-import-act = Importer
model-importing = Importation de { $name }
model-import-progress = { $done } sur { $total }
model-import-stop = Arrêter
model-import-stopping = Arrêt…
model-import-stopped = L’importation a été arrêtée. Rien n’a été gardé.
model-imported = { $name } est installé.
model-drop-here = Relâchez pour examiner le fichier
models-watched = Dossier surveillé
    .hint = Les modèles qui apparaissent dans ce dossier sont proposés plus haut.
models-watched-choose = Choisir un dossier
models-watched-end = Ne plus surveiller
models-offered = Trouvés sur une clé ou dans le dossier surveillé
models-offered-notice = Un modèle à importer a été trouvé : { $file }

## Catalogue

catalogue = Catalogue
catalogue-explained = Ce que l’on peut se procurer avec un autre ordinateur ou un téléphone. Chaque fait a une source ; ce que personne n’affirme est omis.
catalogue-language = Langue
catalogue-language-any = toutes
catalogue-medical = Fait pour la médecine
catalogue-fits = Tient sur cet ordinateur
catalogue-none = Rien de tel dans le catalogue.
catalogue-publisher = Éditeur
catalogue-active = Paramètres actifs
catalogue-permits = Permet
permits-any-use = tout usage
permits-conditions = tout usage, aux conditions de l’éditeur
permits-non-commercial = pas d’usage commercial
permits-research = recherche et essais seulement
catalogue-needs = Mémoire selon le format, estimée
catalogue-need = { $format } : { $size }
catalogue-figures = Résultats publiés
    .hint = Tirés d’articles. Aucun n’a été mesuré ici.
catalogue-benchmark = Épreuve
catalogue-score = Résultat
catalogue-source = Source
catalogue-sources = D’où cela vient
catalogue-obtain = Comment se le procurer
catalogue-obtain-title = Se procurer { $name } avec un autre ordinateur
catalogue-obtain-steps = Ouvrez-y cette adresse, ou visez le code avec un téléphone. Enregistrez le fichier, apportez-le ici sur une clé et importez-le.
catalogue-address = Adresse
catalogue-code = L’adresse sous forme de code QR
catalogue-carry = Ce qu’il faut rapporter
catalogue-file = Fichier
catalogue-unknown = inconnue
catalogue-hash = SHA-256
catalogue-hash-unknown = inconnue ; son identité le restera
catalogue-size-exact = { $size } ({ $bytes } octets)
catalogue-copy = Copier l’adresse
catalogue-copied = Copiée
verdict-fits = Tient sur cet ordinateur : environ { $size } de mémoire.
verdict-tight = Tient de justesse sur cet ordinateur : environ { $size } de mémoire.
verdict-will-not-fit = Ne tient pas dans la mémoire libre ici : environ { $size }.
