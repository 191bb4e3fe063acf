# Shared by the scripts of every package: says, in both languages, what uninstalling leaves behind.
# Nothing in a home folder is touched. Paths stand on lines of their own, so that no terminal turns them round.
say_where_data_lies() {
    echo "Sanad's programs are gone. Conversations, keys, backups and models stay where they are:"
    echo "أُزيلت برامج سَنَد، وتبقى المحادثات والمفاتيح والنسخ الاحتياطية والنماذج في أماكنها:"
    say_folders
    echo "Delete these folders yourself if they must go. Conversations cannot be brought back afterwards."
    echo "احذف هذه المجلدات بنفسك إن لزم ذلك، ولا يمكن استرجاع المحادثات بعد حذفها."
}

say_folders() {
    some=no
    for home in $(getent passwd | cut -d: -f6 | sort -u); do
        for folder in "$home/.local/share/sanad" "$home/.cache/sanad"; do
            if [ -d "$folder" ]; then
                echo "    $folder"
                some=yes
            fi
        done
    done
    if [ -d /usr/share/sanad/models ]; then
        echo "    /usr/share/sanad/models"
        some=yes
    fi
    if [ $some = no ]; then
        echo "    ~/.local/share/sanad"
    fi
}
