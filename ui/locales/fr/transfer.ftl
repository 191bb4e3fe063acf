# Faire sortir des conversations de Sanad et les y faire entrer.
# Aucun francophone n’a encore relu cette traduction.

export-title = Exporter la conversation
export-open = Exporter…
export-one = La conversation ouverte
    .hint = En document ou pour un autre programme. Pour les autres conversations : depuis leur propre menu dans la liste.
export-readable = Le fichier n’est pas chiffré.
    .hint = Quiconque l’obtient peut le lire. Supprimez-le quand vous n’en avez plus besoin.
export-labelled = Dans le fichier, tout ce qu’un modèle a écrit est marqué comme texte généré.
export-what = Que faut-il exporter
export-whole = Toute la conversation
export-some = Certaines questions, avec leurs réponses
export-format = Format
format-docx = Document Word
    .hint = Pour le modifier ensuite.
format-pdf = PDF
    .hint = Pour l’imprimer ou l’envoyer.
format-html = Page web
    .hint = Pour un navigateur.
format-markdown = Texte simple
    .hint = Avec les signes de Markdown.
format-json = Données (JSON)
    .hint = Pour d’autres programmes, et pour les importer dans Sanad.
export-path = Écrire dans
    .hint = Un fichier déjà présent n’est pas remplacé.
export-act = Exporter
exporting = Exportation…
exported = Écrit : { $path } ({ $size })

export-all = Tout exporter
    .hint = Toutes les conversations dans un seul fichier chiffré, à garder ou à emporter sur un autre ordinateur.
archive-explained = Le fichier est chiffré avec sa propre phrase de passe. Sans elle, personne ne peut l’ouvrir.
archive-passphrase = Phrase de passe de ce fichier
archive-forgotten = Votre code de secours n’ouvre pas ce fichier. Gardez sa phrase de passe.

import-title = Importer
    .hint = Fait entrer un fichier que Sanad a exporté.
import-open = Importer…
import-explained = Choisissez un fichier chiffré ou un fichier JSON que Sanad a exporté. Vos conversations restent telles quelles ; ce qui est déjà là n’entre pas deux fois.
import-path = Fichier
import-passphrase = Phrase de passe du fichier
    .hint = Laissez ce champ vide pour un fichier JSON.
import-act = Importer
importing = Importation…
imported = Entré : { $conversations } avec { $turns }.
imported-nothing = Rien de nouveau n’est entré.
imported-already = Déjà là : { $conversations }.
