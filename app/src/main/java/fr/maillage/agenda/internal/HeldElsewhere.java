package fr.maillage.agenda.internal;

import fr.maillage.agenda.Gatherings;
import fr.maillage.agenda.Outcome;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.UUID;

/// Appointments that another module holds.
@Service
@Transactional(propagation = Propagation.MANDATORY)
class HeldElsewhere implements Gatherings {

    private final JdbcClient sql;
    private final AgendaService agenda;

    HeldElsewhere(JdbcClient sql, AgendaService agenda) {
        this.sql = sql;
        this.agenda = agenda;
    }

    @Override
    public UUID put(Gathering gathering) {
        var id =
                agenda.create(
                        new Wanted(
                                kind(gathering),
                                null,
                                gathering.members().getFirst(),
                                others(gathering),
                                List.of(),
                                List.of(new Span(gathering.start(), gathering.end())),
                                gathering.title(),
                                gathering.place(),
                                List.of(),
                                null));
        sql.sql("update agenda.appointment set page = :page where id = :id")
                .param("page", gathering.page())
                .param("id", id)
                .update();
        return id;
    }

    @Override
    public void change(UUID appointment, Gathering gathering) {
        var changed =
                sql.sql(
                                """
                                update agenda.appointment set kind = :kind, member_id = :member, starts_at = :start, ends_at = :end, title = :title,
                                       commune_name = :place, version = version + 1
                                 where id = :id and outcome is null
                                """)
                        .param("kind", kind(gathering).name())
                        .param("member", gathering.members().getFirst())
                        .param("start", Timestamp.from(gathering.start()))
                        .param("end", Timestamp.from(gathering.end()))
                        .param("title", gathering.title(), Types.VARCHAR)
                        .param("place", gathering.place(), Types.VARCHAR)
                        .param("id", appointment)
                        .update();
        if (changed == 0) return;
        var rooms =
                sql.sql("select resource_id from agenda.booking where appointment_id = :id")
                        .param("id", appointment)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        agenda.take(List.of(appointment), others(gathering), rooms);
    }

    @Override
    public void close(UUID appointment, Outcome outcome, @Nullable String note) {
        agenda.close(appointment, outcome, note);
    }

    /// The page that holds an appointment; null when the agenda does.
    @Nullable String page(UUID appointment) {
        return sql.sql("select page from agenda.appointment where id = :id and page is not null")
                .param("id", appointment)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse(null);
    }

    /// Throws `FormRefused` for an appointment that is moved and called off from its own page.
    void refuse(UUID appointment) {
        if (page(appointment) != null) throw FormRefused.because("day", AgendaText.HELD_ELSEWHERE);
    }

    private static Kind kind(Gathering gathering) {
        return gathering.summary() ? Kind.SYNTHESE : Kind.RCP;
    }

    private static List<UUID> others(Gathering gathering) {
        return gathering.members().stream().skip(1).toList();
    }
}
