package fr.maillage.directory.internal;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The words of the directory, read again when an import changed them.
@Component
class Lexicons {

    private final JdbcClient sql;
    private final Fresh<Lexicon> words;

    Lexicons(JdbcClient sql) {
        this.sql = sql;
        this.words = new Fresh<>(this::mark, this::read);
    }

    Lexicon current() {
        return words.get();
    }

    private String mark() {
        return sql.sql(
                        """
                        select concat_ws(' ', (select count(*) from directory.term), (select count(*) from directory.need), (select count(*) from directory.kind_word),
                                         (select max(ended_at) from directory.edition))
                        """)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private Lexicon read() {
        var lexicon = new Lexicon();
        sql.sql(
                        """
                        select 1 as sort, code, label, words from directory.profession where words <> ''
                        union all select 2, kind, label, words from directory.kind_word
                        union all select 3, n.code, n.label, concat_ws(',', platform.search_key(n.label), array_to_string(n.words, ','), p.words)
                                    from directory.need n left join directory.profession p on p.code = n.profession
                        union all select 4, code, label, platform.search_key(label) from directory.term where kind = 'SAVOIR_FAIRE'
                        order by sort
                        """)
                .query(row -> {
                    var code = row.getString("code");
                    var label = row.getString("label");
                    var words = row.getString("words");
                    switch (row.getInt("sort")) {
                        case 1 ->
                                add(lexicon, words, new Lexicon.Term(label, code, Set.of(), null));
                        case 2 ->
                                add(
                                        lexicon,
                                        words,
                                        new Lexicon.Term(label, null, Set.of(code), null));
                        case 3 ->
                                add(lexicon, words, new Lexicon.Term(label, null, Set.of(), code));
                        default -> lexicon.expertise(code, label, words);
                    }
                });
        return lexicon;
    }

    private static void add(Lexicon lexicon, String words, Lexicon.Term term) {
        for (var phrase : words.split(",")) lexicon.add(phrase, term);
    }
}
