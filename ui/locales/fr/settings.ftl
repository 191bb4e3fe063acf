# Ce que les réglages disent de la production des réponses, de la taille de la fenêtre et de la recherche en leur sein.

settings-answering = Réponses et moteur
settings-search = Chercher dans les réglages ({ $keys })
settings-found = Trouvé dans les réglages
settings-found-count = { $count ->
    [one] { $count } réglage trouvé
    [many] { $count } de réglages trouvés
   *[other] { $count } réglages trouvés
}
settings-nothing = Aucun réglage ne contient ces mots. Essayez un autre mot, ou moins de mots.
settings-replaced = Certains réglages conservés étaient inutilisables ; les valeurs habituelles les remplacent : { $names }.

set-size = Taille du texte
    .hint = Agrandit tout ce qui est dans la fenêtre, texte et boutons.
set-size-percent = { $share }

## Le moteur

engine-automatic = Automatique
engine-threads = Fils d’exécution
    .hint = Nombre de fils avec lesquels le moteur calcule ; le choix automatique prend le plus rapide connu ici, et davantage est souvent plus lent.
engine-context = Longueur du contexte
    .hint = Ce que le modèle voit à la fois de la conversation ; un contexte plus long prend plus de mémoire, et un modèle ne dépasse pas ce pour quoi il est fait.
engine-restart = Redémarrer le moteur maintenant
    .hint = Vos changements valent dès le prochain démarrage du moteur. Le redémarrer prend quelques secondes.

## Le choix des mots

answering-advanced = Avancé : le choix des mots
    .hint = Les valeurs habituelles conviennent au texte clinique. Ne les changez qu’en connaissance de cause.
figures-reset = Tout remettre comme d’habitude
figure-refused = La valeur peut aller de { $least } à { $most }. La valeur précédente reste en vigueur.
figure-temperature = Température
    .hint = Zéro prend toujours le mot le plus probable, des valeurs plus hautes choisissent plus librement et se trompent plus souvent ; d’habitude { $usual }.
figure-top_p = Top-p
    .hint = Les mots sont tirés des plus probables qui forment ensemble cette part, et un les prend tous ; d’habitude { $usual }.
figure-top_k = Top-k
    .hint = Les mots sont tirés d’autant de mots parmi les plus probables, et zéro les prend tous ; d’habitude { $usual }.
figure-min_p = Min-p
    .hint = Écarte les mots moins probables que cette part du plus probable ; d’habitude { $usual }.
figure-repetition = Pénalité de répétition
    .hint = Au-dessus de un le modèle se répète moins, mais peut aussi changer une valeur qu’il faut dire deux fois ; d’habitude { $usual }.
figure-seed = Graine
    .hint = La même graine donne la même réponse à la même question avec le même modèle ; d’habitude { $usual }.

## Ce qui était conservé et inutilisable

replaced-temperature = température
replaced-top_p = top-p
replaced-top_k = top-k
replaced-min_p = min-p
replaced-repetition = pénalité de répétition
replaced-seed = graine
replaced-threads = fils d’exécution
replaced-context = longueur du contexte
replaced-lock_after = délai avant verrouillage

## Dans une conversation

own-figures = Le choix des mots dans cette conversation
own-figures-open = Le choix des mots…
own-figures-chip = Choix des mots propre
own-figures-own = Ce qui est réglé ici vaut pour cette conversation seule, quels que soient les réglages.
own-figures-usual = Cette conversation suit les réglages. Ce que vous changez ici vaut pour elle seule.
own-figures-change = Modifier…
own-figures-end = Suivre de nouveau les réglages
own-figures-done = Terminé
