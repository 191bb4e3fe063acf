# Ce qui protège les conversations : verrouillage, code de secours, réglages, sauvegardes, journal.
# Aucun francophone n’a encore relu cette traduction.

## Code de secours

two-ways-in = Deux choses ouvrent vos conversations : la phrase de passe et un code de secours.
    .hint = Le code vous est donné à l’étape suivante. Si vous perdez les deux, personne ne pourra plus lire les conversations, pas même nous.
recovery-code = Votre code de secours
recovery-code-explained = Si vous oubliez la phrase de passe, ce code ouvre vos conversations. Notez-le ou imprimez-le, et gardez le papier loin de cet ordinateur. Il n’est montré que cette fois.
recovery-code-risk = Quiconque possède ce code peut ouvrir vos conversations.
recovery-code-print = Imprimer
recovery-code-copy = Copier le code
    .hint = Un code copié peut être vu par d’autres programmes jusqu’à ce que vous copiiez autre chose.
recovery-code-copied = Code copié
recovery-code-written = Je l’ai noté
recovery-code-later = Plus tard
    .hint = Vous pourrez le faire plus tard dans les réglages. D’ici là, seule la phrase de passe ouvre les conversations.
recovery-code-check = Saisissez le code depuis votre papier. Cela montre que vous pouvez le relire ; d’ici là, le code n’ouvre rien.
recovery-code-field = Code de secours
recovery-code-show-again = Montrer à nouveau le code
recovery-code-keep = Garder ce code
recovery-code-kept = Votre code de secours est prêt. Gardez le papier en lieu sûr.
recovery-code-missing = Vous n’avez pas encore de code de secours.
    .hint = Si vous oubliez la phrase de passe, personne ne pourra ouvrir vos conversations. Créer un code prend une minute.
recovery-code-make = Créer un code de secours
recovery-code-renew = Créer un nouveau code
    .hint = Si le papier est perdu ou si quelqu’un l’a vu. L’ancien code n’ouvrira plus que les sauvegardes faites avant.
recovery-sheet = Sanad : code de secours
    .hint = Si la phrase de passe est oubliée : lancez Sanad, choisissez « Phrase de passe oubliée ? » et saisissez ce code. Gardez cette feuille loin de l’ordinateur.

## Déverrouillage

unlock-forgotten = Phrase de passe oubliée ?
unlock-from-keychain = Déverrouiller avec le trousseau de cet ordinateur
locked-idle = Sanad s’est verrouillé parce qu’il n’a pas été utilisé depuis un moment.
locked-suspend = Sanad s’est verrouillé parce que l’ordinateur s’est mis en veille.
locked-by-user = Vous avez verrouillé Sanad.
recover = Déverrouiller avec la nouvelle phrase de passe
recover-explained = Saisissez votre code de secours et choisissez une nouvelle phrase de passe. Vos conversations restent telles quelles.
recover-without-code = Il n’y a pas de code de secours pour ces conversations.
    .hint = Seule la phrase de passe les ouvre ; personne ne peut la remplacer, pas même nous. Essayez une autre langue de clavier, ou des phrases que vous avez utilisées auparavant.
back-to-passphrase = Retour à la phrase de passe

## Verrouillage

lock-now = Verrouiller
    .shortcut = Verrouiller ({ $keys })

## Dommage et restauration

damaged = Vos conversations ne peuvent pas être lues
    .hint = Le fichier qui les contient est endommagé. Un défaut du disque ou une coupure de courant peut en être la cause. Rien n’a été supprimé.
damaged-offer = Restaurer une sauvegarde
restore-title = Restaurer une sauvegarde
restore-holds = La sauvegarde du { $date } contient { $conversations } avec { $turns }.
restore-missing = Il y manque ce qui a été écrit entre { $from } et { $until }.
restore-missing-after = Il y manque ce qui a été écrit après { $from }.
restore-missing-nothing = Rien n’a été écrit après cette sauvegarde.
restore-aside = Les fichiers actuels ne sont pas supprimés : ils sont mis dans un dossier à côté des fichiers restaurés.
restore-passphrase = Phrase de passe de ce jour-là
    .hint = Une sauvegarde s’ouvre avec la phrase de passe que vous aviez quand elle a été faite.
restore-backup = Restaurer cette sauvegarde
restoring-backup = Restauration…
restored-backup = La sauvegarde a été restaurée
restored-continue = Continuer
former-files = Les fichiers d’avant sont dans { $path }. Rien n’y a été supprimé.
restore-elsewhere = Restaurer depuis un autre dossier
    .hint = Depuis une clé USB, par exemple, ou un autre ordinateur.
restore-folder = Dossier de la sauvegarde
    .hint = Le dossier dont le nom commence par « sanad-backup », ou celui qui contient de tels dossiers : alors le plus récent.
start-empty = Commencer sans les anciennes conversations
    .hint = Les fichiers endommagés sont mis dans un dossier à côté, pas supprimés, et Sanad est configuré à neuf. Vous pourrez encore restaurer une sauvegarde plus tard.
start-empty-confirm = Mettre les fichiers de côté et recommencer

## Réglages

settings = Réglages
    .shortcut = Réglages ({ $keys })
settings-general = Général
settings-access = Verrouillage et phrase de passe
settings-keeping = Conservation et suppression
settings-backups = Sauvegardes
settings-files = Exporter et importer
settings-audit = Journal des opérations
choose-folder = Choisir un dossier…
choose-place = Choisir…

set-language =
    .hint = La langue des réponses suit votre question, pas ce choix.
set-digits-sample = { $name } ({ $sample })
set-theme = Apparence
    .hint = Claire, sombre, ou comme le reste de cet ordinateur.
set-theme-system = Comme le système
set-theme-light = Claire
set-theme-dark = Sombre
set-titles = Laisser le modèle écrire les titres
    .hint = Après la première réponse, le modèle donne un titre court à la conversation. Sinon, le titre est le début de votre question.

set-states = Reprendre les conversations sans attendre
    .hint = Quand vous quittez une conversation, ce que le modèle en a lu est conservé chiffré à côté de vos notes, pour que la question suivante n’attende pas une nouvelle lecture. Sinon, rien n’en est conservé.

lock-after = Verrouiller après
    .hint = Si personne n’utilise Sanad pendant ce temps, il se verrouille. Il se verrouille aussi quand l’ordinateur se met en veille.
minutes = { $count ->
    [one] { $count } minute
    [many] { $count } de minutes
   *[other] { $count } minutes
}
change-passphrase = Changer la phrase de passe
    .hint = Elle vous est demandée à chaque déverrouillage de Sanad.
    .backups = Les sauvegardes faites avant aujourd’hui s’ouvrent toujours avec la phrase actuelle.
passphrase-present = Phrase de passe actuelle
passphrase-changed = La phrase de passe a été changée.
changing = Un instant…
keychain = Déverrouiller avec le trousseau de cet ordinateur
    .hint = Sanad s’ouvre alors sans phrase de passe tant que votre session est ouverte. C’est aussi le cas pour quiconque peut utiliser votre compte.
    .none = Cet ordinateur n’offre aucun trousseau que Sanad puisse utiliser.
keychain-on = Utiliser le trousseau
    .hint = Le trousseau gardera votre phrase de passe. Quiconque peut utiliser votre compte sur cet ordinateur pourra alors ouvrir les conversations. La phrase de passe et le code de secours restent valables.
change-key = Tout chiffrer à neuf
    .hint = Utile seulement si quelqu’un a pu apprendre votre phrase de passe ou votre code de secours et copier les fichiers.
    .open = Chiffrer à neuf…
    .cost = Cela peut prendre quelques minutes et demande autant d’espace libre que les conversations en occupent.
    .code = Votre code de secours n’ouvrira plus rien : créez-en un nouveau.
    .backups = Les sauvegardes d’avant gardent l’ancienne clé. Supprimez-les vous-même si personne ne doit pouvoir les ouvrir.
changing-key = Chiffrement…
key-changed = Tout a été chiffré avec une nouvelle clé. Créez maintenant un nouveau code de secours.

retention = Supprimer les conversations inutilisées
    .hint = Les conversations sans nouvelle question pendant ce temps sont supprimées, même épinglées ou archivées.
retention-off = Jamais
retention-after = { $count ->
    [one] Après { $count } jour
    [many] Après { $count } de jours
   *[other] Après { $count } jours
}
retention-ask = Supprimer les conversations inutilisées ?
    .what = { $count ->
    [one] Chaque conversation sans nouvelle question depuis { $count } jour va à la corbeille, aujourd’hui et chaque jour désormais. Quelques minutes plus tard, elle est effacée.
    [many] Chaque conversation sans nouvelle question depuis { $count } de jours va à la corbeille, aujourd’hui et chaque jour désormais. Quelques minutes plus tard, elle est effacée.
   *[other] Chaque conversation sans nouvelle question depuis { $count } jours va à la corbeille, aujourd’hui et chaque jour désormais. Quelques minutes plus tard, elle est effacée.
}
    .all = Les conversations épinglées et archivées en font partie. Ce qui est effacé ne peut pas être récupéré.
retention-agree = Les supprimer
erasure-and-backups = Ce que vous effacez reste dans les sauvegardes faites avant, jusqu’à ce que de plus récentes les remplacent. La dernière sauvegarde de chaque mois est gardée pour de bon : supprimez vous-même son dossier si elle doit disparaître.

## Sauvegardes

backups-explained = Une sauvegarde est une copie chiffrée de toutes les conversations. Sanad en fait une chaque jour d’utilisation, et la vérifie.
backup-now = Sauvegarder maintenant
    .hint = Vous pouvez continuer à travailler pendant ce temps.
backing-up = Sauvegarde en cours…
backed-up = La sauvegarde a été faite et vérifiée.
backup-last = Dernière sauvegarde : { $date }
backup-never = Aucune sauvegarde pour l’instant
backup-folder = Où les sauvegardes sont gardées
    .beside = Sur cet ordinateur, à côté des conversations. Un dossier sur un autre disque ou une clé USB aide aussi si cet ordinateur est perdu.
    .elsewhere = Dans un dossier que vous avez choisi.
backup-folder-new = Dossier des sauvegardes
backup-folder-use = Garder les sauvegardes ici
backup-folder-back = Les garder de nouveau à côté des conversations
backup-folder-away = Le dossier { $path } n’est pas là en ce moment.
    .hint = S’il est sur une clé USB, branchez-la : la prochaine sauvegarde y sera faite.
backup-list = Sauvegardes
    .hint = Les plus récentes d’abord. Les sept dernières sont gardées, et la dernière de chaque mois.
backup-holds = { $conversations }, { $turns }, { $size }
restore-open = Restaurer…
restore-of = Restaurer la sauvegarde du { $date }
count-conversations = { $count ->
    [one] { $count } conversation
    [many] { $count } de conversations
   *[other] { $count } conversations
}
count-turns = { $count ->
    [one] { $count } question
    [many] { $count } de questions
   *[other] { $count } questions
}

## Journal des opérations

audit-explained = Sanad note quand vos conversations ont été déverrouillées, sauvegardées, exportées ou effacées, jamais ce qu’elles contiennent. Chaque entrée scelle la précédente : une entrée changée ou absente se voit.
check = Vérifier
checking = Vérification…
compare = Comparer
store-verify = Vérifier les conversations
    .hint = Lit tout ce qui est enregistré et trouve les dommages.
store-whole = Tout ce qui est enregistré est intact.
audit-verify = Vérifier le journal
    .hint = Trouve les entrées changées, ajoutées ou absentes, et donne le sceau actuel du journal.
audit-whole = Le journal est intact.
audit-head = Le sceau du journal tel qu’il est. Gardez-le hors de cet ordinateur pour le comparer plus tard.
audit-head-copy = Copier le sceau
audit-compare = Comparer avec un sceau antérieur
    .hint = Montre que rien n’a été changé jusqu’à ce jour-là, même par quelqu’un qui connaît la phrase de passe.
audit-earlier = Sceau antérieur
audit-continues = Le journal est intact, et tout est inchangé jusqu’au sceau antérieur.
audit-list = Entrées, les plus récentes d’abord
audit-empty = Rien n’a encore été noté.
audit-column-event = Opération
audit-column-time = Date et heure
audit-column-number = Numéro
audit-more = Montrer des entrées plus anciennes
audit-unlock = Déverrouillage
audit-failed-unlock = Phrase de passe ou code incorrect
audit-export = Exportation
audit-backup = Sauvegarde faite
audit-restore = Sauvegarde restaurée
audit-deletion = Conversation effacée
audit-model-change = Autre modèle choisi
audit-self-check = Autocontrôle effectué
audit-privacy-weakened = Un réglage protège désormais moins
audit-passphrase-change = Phrase de passe changée
audit-recovery-code = Code de secours créé
audit-recovery = Ouvert avec le code de secours
audit-key-change = Chiffré à neuf
audit-unknown = Quelque chose qu’une version plus récente a noté ({ $kind })
