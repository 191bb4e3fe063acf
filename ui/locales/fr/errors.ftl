# Toutes les erreurs qu’une personne peut rencontrer, dans la fenêtre comme en ligne de commande.
# Le message dit ce qui s’est passé ; son .hint dit que faire ensuite.
# Aucun lecteur de langue maternelle française n’a encore relu cette traduction.

error-model-none-installed = Aucun modèle n’est encore installé.
    .hint = Copiez un fichier de modèle GGUF dans { $folder }, ou exécutez « make starter-model » pour obtenir le petit modèle anglais.
error-model-not-found = Aucun fichier de modèle ne se trouve à l’emplacement { $path }.
    .hint = Vérifiez le chemin ou choisissez un autre modèle.
error-model-gone = Le modèle choisi pour cette conversation n’est plus sur cet ordinateur.
    .hint = Choisissez un autre modèle pour la conversation, ou remettez le fichier en place.
error-model-empty = Le fichier de modèle { $path } est vide.
    .hint = Copiez-le de nouveau depuis son origine.
error-model-not-gguf = { $path } n’est pas un fichier de modèle GGUF.
    .hint = Sanad lit les fichiers qui se terminent par « .gguf ». Procurez-vous le modèle dans ce format.
error-model-zip = { $path } est une archive zip et non un fichier de modèle GGUF.
    .hint = Si le modèle s’y trouve, décompressez l’archive et choisissez le fichier « .gguf ».
error-model-safetensors = { $path } est un fichier safetensors et non un fichier de modèle GGUF.
    .hint = Procurez-vous le même modèle au format GGUF.
error-model-truncated = Le fichier de modèle { $path } est incomplet : il contient { $found } sur { $expected }.
    .hint = La copie a sans doute été interrompue. Copiez de nouveau le fichier.
error-model-damaged = Le fichier de modèle { $path } est endommagé et n’a pas été ouvert.
    .hint = Copiez-le de nouveau depuis son origine. Précision pour l’assistance : { $detail }
error-model-too-large = Ce modèle demande { $needed } de mémoire, et { $available } sont libres.
    .hint = Fermez d’autres programmes ou choisissez un modèle plus petit.
error-model-too-large-as-it-is = Ce modèle demande, tel quel, { $needed } de mémoire, et { $available } sont libres.
    .hint = Cherchez le même modèle en { $quantisation }, qui demande environ { $smaller }, ou fermez d’autres programmes.
error-model-nothing-to-prepare = Le format de { $path } ({ $quantisation }) ne gagne rien à être préparé.
    .hint = Utilisez le modèle tel quel.
error-model-no-room = Le disque de { $path } a { $available } libres, et le modèle préparé en demande { $needed }.
    .hint = Faites de la place sur le disque et réessayez.
error-model-unreadable = Le fichier de modèle { $path } ne peut pas être lu.
    .hint = Vérifiez que votre compte a le droit de le lire et que son disque est connecté.
error-model-refused = Le moteur n’a pas pu charger ce modèle.
    .hint = Le fichier est peut-être endommagé, ou d’un type que cette version ne connaît pas. Choisissez un autre modèle.
error-model-not-for-chat = Ce modèle ne rédige pas de réponses : il est fait pour la recherche ou la traduction.
    .hint = Choisissez un autre modèle.
error-model-no-template = Ce fichier de modèle n’indique pas comment une conversation doit lui être présentée.
    .hint = Choisissez une version « instruct » ou « chat » du modèle.

error-engine-missing = Le moteur, qui fait partie de Sanad, manque dans cette installation.
    .hint = Réinstallez Sanad. Vos conversations sont conservées.
error-engine-failed = Le moteur s’est arrêté de façon inattendue.
    .hint = Ce qui a été écrit est conservé. Posez de nouveau la question : le moteur redémarrera.
error-engine-memory = La mémoire n’a pas suffi pour ce modèle.
    .hint = Fermez d’autres programmes ou choisissez un modèle plus petit. Ce qui a été écrit est conservé.
error-engine-unresponsive = Le moteur ne répondait plus et a été arrêté.
    .hint = Ce qui a été écrit est conservé. Posez de nouveau la question : le moteur redémarrera.
error-engine-version = Le moteur appartient à une autre version de Sanad.
    .hint = Réinstallez Sanad. Vos conversations sont conservées.

error-question-empty = Il n’y a pas encore de question.
    .hint = Saisissez une question, puis envoyez-la.
error-question-too-long = Cette question est trop longue : { $size }, alors que l’envoi est limité à { $limit }.
    .hint = Raccourcissez-la ou envoyez-la en plusieurs parties. Votre texte est toujours dans le champ.
error-prompt-too-long = Cette question est plus longue que ce que le modèle peut lire en une fois.
    .hint = Raccourcissez-la ou interrogez le modèle sur une partie à la fois.
error-busy = Une réponse est encore en cours de rédaction dans cette conversation.
    .hint = Attendez qu’elle se termine ou arrêtez-la, puis posez de nouveau la question.
error-conversation-missing = Cette conversation n’existe plus.
    .hint = Choisissez-en une autre dans la liste.

error-passphrase-wrong = La phrase de passe n’est pas correcte.
    .hint = Vérifiez la langue du clavier et le verrouillage des majuscules, puis réessayez.
error-passphrase-short = La phrase de passe est trop courte : il faut au moins { $least } caractères.
    .hint = Une phrase de quatre mots ou plus est facile à retenir et difficile à deviner.
error-passphrase-file = Le fichier de phrase de passe { $path } est vide ou ne peut pas être lu.
    .hint = Écrivez la phrase de passe sur sa première ligne et réservez-en la lecture à votre compte.
error-passphrase-missing = Une phrase de passe est nécessaire, et il n’y a pas de terminal pour la demander.
    .hint = Utilisez --passphrase-file PATH, ou --no-history pour ne rien conserver.

error-store-in-use = Sanad est déjà ouvert avec ces conversations.
    .hint = Utilisez la fenêtre ouverte, ou fermez-la et recommencez.
error-store-key-missing = Le fichier key.json manque dans { $path }.
    .hint = Sans lui, les conversations ne peuvent pas être ouvertes. Remettez-le en place depuis une sauvegarde ; rien n’a été modifié.
error-store-missing = Le fichier sanad.db manque dans { $path }.
    .hint = Remettez-le en place depuis une sauvegarde ; rien n’a été modifié.
error-store-none = Il n’y a pas encore de conversation dans { $path }.
    .hint = Vérifiez le dossier, ou ouvrez Sanad et choisissez une phrase secrète pour commencer.
error-store-damaged = Les conversations enregistrées dans { $path } sont endommagées.
    .hint = Rien n’a été modifié. Gardez une copie du dossier avant d’essayer de le réparer ou de restaurer une sauvegarde.
error-store-newer = Ces conversations ont été écrites par une version plus récente de Sanad.
    .hint = Installez la version plus récente. Rien n’a été modifié.
error-store-read-only = Il est impossible d’écrire dans { $path }.
    .hint = Autorisez votre compte à écrire dans ce dossier, ou choisissez-en un autre avec --data-dir.
error-store-full = Le disque qui contient { $path } est plein.
    .hint = Libérez de l’espace, puis réessayez. Ce qui avait été enregistré est conservé.
error-store-io = Les conversations dans { $path } n’ont pas pu être lues ou écrites.
    .hint = Vérifiez que le disque est connecté, puis redémarrez Sanad.
error-store-locked = Les conversations sont verrouillées.
    .hint = Déverrouillez-les d’abord avec la phrase de passe.
error-audit-head-mistyped = Ce n’est pas un sceau du journal des opérations.
    .hint = C’est un nombre, deux-points et un code de lettres et de chiffres, comme la vérification l’affiche.
error-data-folder = Aucun dossier pour les données de Sanad n’a été trouvé sur ce système.
    .hint = Indiquez-en un avec --data-dir PATH.
error-internal = Un problème est survenu dans Sanad.
    .hint = Redémarrez Sanad. Si cela se reproduit, signalez-le avec cette précision : { $detail }

error-unlock-delayed = { $seconds ->
    [one] Trop d’essais incorrects. Vous pourrez réessayer dans { $seconds } seconde.
    [many] Trop d’essais incorrects. Vous pourrez réessayer dans { $seconds } de secondes.
   *[other] Trop d’essais incorrects. Vous pourrez réessayer dans { $seconds } secondes.
}
    .hint = Vérifiez entre-temps la langue du clavier et le verrouillage des majuscules.
error-recovery-code-wrong = Ce code de secours n’ouvre pas ces conversations.
    .hint = C’est peut-être un ancien code. Cherchez le plus récent.
error-recovery-code-mistyped = Il y a une faute dans le code de secours.
    .hint = Comparez chaque groupe avec votre papier : une lettre manque, est de trop ou est différente.
error-recovery-code-differs = Ce n’est pas le code qui vient d’être montré.
    .hint = Vérifiez que vous n’avez pas un ancien papier. Vous pouvez montrer à nouveau le code.
error-keychain-unavailable = Le trousseau de cet ordinateur est inaccessible.
    .hint = Déverrouillez avec la phrase de passe.
error-keychain-empty = Le trousseau ne contient aucune clé pour ces conversations.
    .hint = Déverrouillez avec la phrase de passe, puis réactivez le trousseau dans les réglages.

error-backup-folder-missing = Le dossier des sauvegardes, { $path }, n’est pas là.
    .hint = S’il est sur une clé USB, branchez-la. Sinon, choisissez un autre dossier dans les réglages.
error-backup-none = Il n’y a aucune sauvegarde dans { $path }.
    .hint = Choisissez le dossier où les sauvegardes sont gardées.
error-backup-broken-off = La sauvegarde dans { $path } n’a pas été achevée.
    .hint = Les sauvegardes antérieures sont inchangées. Faites-en une autre.
error-audit-broken = Le journal des opérations a été changé à l’entrée { $number }.
    .hint = Tout ce qui précède est tel qu’il a été écrit. Cherchez qui a eu accès à cet ordinateur, et gardez une copie du dossier.


error-folder-missing = Ce dossier n’est plus là.
    .hint = Choisissez-en un autre dans la liste.
error-name-empty = Il n’y a pas encore de nom.
    .hint = Saisissez d’abord un nom.
error-answer-not-cut = Cette réponse est complète ; il n’y a rien à poursuivre.
    .hint = Posez plutôt une autre question.
error-answer-other-model = Un autre modèle a écrit cette réponse.
    .hint = Choisissez à nouveau ce modèle pour la poursuivre, ou demandez une autre réponse.
error-export-failed = L’export vers { $path } n’a pas pu être écrit.
    .hint = Vérifiez que le dossier existe et que le disque est connecté, puis exportez à nouveau.
error-export-full = Le disque qui contient { $path } est plein.
    .hint = Libérez de la place ou choisissez un autre disque, puis exportez à nouveau. Aucun fichier incomplet n’a été laissé.
error-export-not-allowed = Rien ne peut être écrit dans { $path }.
    .hint = Choisissez un dossier où votre compte peut écrire.
error-export-exists = Il existe déjà un fichier { $path }.
    .hint = Choisissez un autre nom ; rien n’a été remplacé.
error-export-scope = Ce format ne convient pas à ce qui doit être exporté.
    .hint = Une archive contient toutes les conversations. Pour les autres formats, désignez-en une avec --conversation ; JSON peut en contenir une ou toutes.
error-import-unreadable = Le fichier { $path } ne peut pas être lu.
    .hint = Vérifiez le chemin et que votre compte peut le lire.
error-import-foreign = { $path } n’est pas un export de Sanad.
    .hint = Choisissez un fichier JSON ou une archive écrits par Sanad. Rien n’a été modifié.
error-import-newer = { $path } a été écrit par une version plus récente de Sanad.
    .hint = Installez la version plus récente, puis importez à nouveau. Rien n’a été modifié.
error-import-damaged = Le fichier { $path } est endommagé ou incomplet.
    .hint = Copiez-le à nouveau depuis son origine. Rien n’a été modifié.
error-import-conflict = Une conversation de ce fichier ne s’accorde pas avec celles qui sont ici.
    .hint = Le fichier a peut-être été modifié à la main. Utilisez le fichier tel que Sanad l’a écrit.
error-archive-passphrase-wrong = Cette phrase de passe n’ouvre pas l’archive.
    .hint = Une archive a sa propre phrase de passe, donnée lors de l’export. Vérifiez la langue du clavier, puis réessayez.
error-tool-unknown = Aucun calcul, score ou dose ne s’appelle « { $name } ».
    .hint = `sanad calc --list` les énumère tous, et `sanad calc --find` cherche dans leurs noms.
error-tool-several = « { $name } » peut désigner plusieurs outils : { $keys }.
    .hint = Indiquez lequel par sa clé.
error-range-ends = Cet intervalle ne peut pas être conservé : sa borne inférieure doit être sous la supérieure, et l’une des deux doit être un nombre.
    .hint = Vérifiez les deux bornes et l’unité.
