package fr.maillage.patient.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

@Component
class SqlTimeline implements Timeline {

    private final JdbcClient sql;
    private final Clock clock;

    SqlTimeline(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void add(
            PatientId patient,
            Kind kind,
            String title,
            @Nullable String detail,
            @Nullable String link,
            boolean clinical) {
        add(List.of(new Entry(patient, kind, title, detail, link, clinical)));
    }

    @Override
    @Transactional
    public void add(List<Entry> entries) {
        if (entries.isEmpty()) return;
        sql.sql(
                        """
                        insert into patient.timeline_entry (id, patient_id, at, kind, title, detail, author, link, clinical)
                        select x.id, x.patient, :at, x.kind, x.title, x.detail, :author, x.link, x.clinical
                          from unnest(:ids, :patients, :kinds, :titles, :details, :links, :clinical)
                               as x(id, patient, kind, title, detail, link, clinical)
                        """)
                .param("ids", all(entries, _ -> Ids.next(), UUID[]::new))
                .param("patients", all(entries, entry -> entry.patient().value(), UUID[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .param("kinds", all(entries, entry -> entry.kind().name(), String[]::new))
                .param("titles", all(entries, Entry::title, String[]::new))
                .param("details", all(entries, Entry::detail, String[]::new))
                .param("author", SignedIn.find().map(SignedIn::displayName).orElse(null))
                .param("links", all(entries, Entry::link, String[]::new))
                .param("clinical", all(entries, Entry::clinical, Boolean[]::new))
                .update();
    }

    private static <T extends @Nullable Object> T[] all(
            List<Entry> entries, Function<Entry, T> part, IntFunction<T[]> array) {
        return entries.stream().map(part).toArray(array);
    }
}
