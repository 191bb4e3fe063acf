# À quoi sert Sanad, ses limites, l’aide, À propos et le diagnostic.

## Usage prévu

intended-use-title = À quoi sert Sanad, et où sont ses limites
intended-use-for = Sanad soutient les décisions des professionnels de santé. Il aide à réfléchir, à rédiger, à traduire et à calculer ; il ne remplace le jugement de personne.
intended-use-not = Ne vous fiez pas au texte généré
intended-use-emergency = en urgence, ou quand personne n’a le temps de le vérifier ;
intended-use-images = pour des images, des tracés ou des sons : un modèle ne lit ici que du texte ;
intended-use-dosing = pour une posologie, un débit ou un score que personne n’a vérifié : les calculs sont là pour l’arithmétique ;
intended-use-patients = entre les mains du patient seul : il s’adresse aux professionnels, qui répondent de ce qu’ils transmettent.
intended-use-wrong = Un modèle écrit ce qui paraît probable. Il peut se tromper avec assurance, inventer un chiffre ou une source, et omettre l’essentiel.
intended-use-marks = Sanad marque les chiffres d’une réponse que personne ne lui a donnés. Un chiffre sans marque n’est pas juste pour autant.
intended-use-acknowledge = J’ai lu ce texte
intended-use-again = Vous retrouverez ce texte dans l’aide, sous « À propos de Sanad ».

## Réponses et copies

generated-by = Texte généré par { $model }
verify-figures = Comparez les doses et les valeurs de cette réponse à leur source avant de les utiliser.
record-checked = Vérifié par { $name }, { $date }
set-sign = Signer les copies pour le dossier
    .hint = Avant qu’une réponse soit copiée pour le dossier, Sanad montre ce qui sera copié et demande votre nom, qui est inscrit en dessous. Chaque copie nomme le modèle dans tous les cas.
sign-title = À vérifier avant de l’inscrire au dossier
sign-explained = Ceci sera copié. Comparez-le à sa source, d’abord les chiffres marqués.
sign-below = En dessous figurera
sign-name = Votre nom ou vos initiales
    .hint = Inscrit sous le texte avec l’heure, et retenu jusqu’au verrouillage de Sanad.
sign-copy = Vérifié : copier
sign-failed = Rien n’a été copié. Réessayez.
audit-intended-use = Usage prévu et limites lus
audit-record-signed = Copie pour le dossier signée

## Aide et À propos

help = Aide
    .shortcut = Aide ({ $keys })
help-pages = Pages de l’aide
help-find = Chercher dans l’aide
help-nothing = Aucune page ne contient ces mots.
help-in-english = L’aide n’existe qu’en anglais et en arabe.
about-sanad = À propos de Sanad
about-sanad-open = Ouvrir
    .hint = Version, usage prévu et limites, licences, et diagnostic pour qui vous aide.
about-licences = Logiciels dont Sanad est fait
about-licences-none = Cette copie a été construite sans sa liste de licences.
about-licence-show = Afficher le texte de la licence
about-licence-hide = Masquer le texte de la licence

## Diagnostic

diagnostics = Diagnostic
diagnostics-explained = Si quelque chose ne fonctionne pas, ce fichier renseigne qui vous aide sur l’ordinateur, le modèle et le stockage. Rien de ce qui a été demandé, répondu ou saisi ne s’y trouve, ni aucun nom de modèle de texte, de dossier ou de conversation. Lisez-le avant de le remettre.
diagnostics-show = Afficher le diagnostic
diagnostics-collecting = Collecte…
diagnostics-text = Texte du diagnostic
diagnostics-save = Enregistrer le fichier
diagnostics-saved = Le diagnostic se trouve dans { $path }.
# Dit dans le terminal.
diagnostics-written = Écrit dans { $path }. Rien de ce qui a été demandé ou répondu ne s’y trouve ; lisez-le avant de le remettre.
