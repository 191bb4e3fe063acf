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
