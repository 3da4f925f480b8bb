package fr.maillage.assessment.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The cut-off a structure reads a score with, where its source states several. An evaluation
/// begins with the one of the day and keeps it: a later choice changes nothing that was done.
@Component
class CutOffs {

    private final JdbcClient sql;
    private final Questionnaires questionnaires;
    private final Clock clock;

    CutOffs(JdbcClient sql, Questionnaires questionnaires, Clock clock) {
        this.sql = sql;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /// What a structure chose last for a score.
    record Chosen(String scoreCode, BigDecimal value, String chosenBy, Instant chosenAt) {}

    /// A score whose cut-off is chosen, and what may be.
    record Choosable(String code, String label, String source, List<Item.Option> options) {}

    /// By the code of the score; those never chosen are not in it. Joins the caller's transaction.
    Map<String, Chosen> chosen() {
        var found = new LinkedHashMap<String, Chosen>();
        sql.sql(
                        """
                        select distinct on (score_code) score_code, value, chosen_by, chosen_at from assessment.cut_off
                         order by score_code, chosen_at desc, id desc
                        """)
                .query(DataClassRowMapper.newInstance(Chosen.class))
                .list()
                .forEach(one -> found.put(one.scoreCode(), one));
        return found;
    }

    /// Of every questionnaire one may begin. Joins the caller's transaction.
    List<Choosable> choosable() {
        var engine = questionnaires.engine();
        return questionnaires.startable().stream()
                .flatMap(known -> of(engine.definition(known.canonical())))
                .toList();
    }

    private static Stream<Choosable> of(Definition definition) {
        return definition.scored.stream()
                .flatMap(item -> Stream.ofNullable(item.score))
                .filter(rule -> rule.cutOffFrom() != null)
                .map(rule -> {
                    var from = definition.items.get(rule.cutOffFrom());
                    return new Choosable(
                            rule.code(),
                            rule.label(),
                            rule.source(),
                            from == null ? List.of() : List.copyOf(from.options.values()));
                });
    }

    /// Keeps a choice. Throws `FormRefused` naming the field `seuil-<score>` for a cut-off the
    /// source does not state.
    @Transactional
    public void choose(String score, String option) {
        var value =
                choosable().stream()
                        .filter(one -> one.code().equals(score))
                        .flatMap(one -> one.options().stream())
                        .filter(one -> one.code().equals(option))
                        .findFirst()
                        .flatMap(Item.Option::points);
        var errors = new FormErrors();
        if (value.isEmpty()) errors.add("seuil-" + score, ImportText.CUT_OFF);
        FormRefused.unless(errors);
        sql.sql(
                        "insert into assessment.cut_off (score_code, value, chosen_by, chosen_at) values (:score, :value, :by, :at)")
                .param("score", score)
                .param("value", value.orElseThrow())
                .param("by", SignedIn.current().displayName())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
