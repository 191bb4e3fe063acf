# Ce que seule la ligne de commande dit.
# Aucun lecteur de langue maternelle française n’a encore relu cette traduction.

passphrase-ask = Phrase de passe :
passphrase-choose = Choisissez une phrase de passe pour vos conversations :
answer-generated-by = Généré par { $model }
answer-incomplete = [réponse incomplète]
archive-passphrase-ask = Phrase de passe de l’archive :
import-done = Conversations importées : { $conversations }. Déjà présentes : { $already }.

doctor-version = Version
doctor-cpu = Jeux d’instructions
doctor-memory = Mémoire libre
doctor-engine = Moteur
doctor-engines-skipped = Moteurs inutilisables ici
doctor-data = Dossier des données
doctor-models = Dossier du modèle de départ
doctor-window-containment = Interdit à la fenêtre
doctor-engine-containment = Interdit au moteur

memory-fits = tient en mémoire : { $needed } sur { $available } libres
memory-tight = de justesse : { $needed } sur { $available } libres
memory-tight-context = de justesse : { $needed } sur { $available } libres, avec un contexte réduit (jetons : { $tokens })

model-measured = Le plus rapide ici : { $layout }, fils : { $threads }, jetons lus par seconde : { $read }, écrits : { $written }. Utilisé dès le prochain démarrage.
model-measured-busy = D’autres programmes occupaient le processeur, la mesure ne dit donc rien. Fermez-les et mesurez à nouveau.
model-prepared = Le modèle préparé est { $path }. Il occupe { $size } sur le disque ; l’original reste et occupe { $original }. Le mot suivant est le même à { $same } des endroits, et l’écart moyen est de { $divergence } nat.

language-name-en = anglais
language-name-ar = arabe
language-name-fa = persan
language-name-ur = ourdou
language-name-he = hébreu
language-name-fr = français

history-backed-up = La sauvegarde est faite et intacte : { $path } ({ $size })
history-restored = La sauvegarde { $path } est rétablie. Les fichiers précédents sont dans { $aside }.
history-verified = Les conversations et le journal des opérations sont intacts. Sceau du journal : { $head }
history-passphrase-changed = La nouvelle phrase de passe ouvre désormais les conversations.

## L’auto-vérification

cli-check-sanad = { $model }, interrogé sur les items Sanad v{ $version }
cli-check-own = { $model }, interrogé sur { $set } : un jeu public a pu faire partie de son entraînement
cli-check-right = { $language } : { $right } questions d’examen sur { $of } justes sur cet ordinateur : { $share } (probablement { $low } à { $high }). Le hasard donne { $chance }.
cli-check-guessing = Rien ne montre qu’il fasse mieux que le hasard dans cette langue.
cli-check-below-half = Rien ne montre qu’il ait raison dans plus de la moitié des questions de cette langue.
cli-check-first-letter = Il prend la première lettre dans { $share } des questions : il suit la position, pas la question.
cli-check-too-long = Non posées, car trop longues pour le modèle : { $count }
cli-check-gap = Sur les mêmes { $items } questions, arabe moins anglais : { $difference } points (probablement { $low } à { $high })
cli-check-limits = Un score d’examen ne mesure ni les doses ni la sécurité. Aucun clinicien n’a relu les questions.
