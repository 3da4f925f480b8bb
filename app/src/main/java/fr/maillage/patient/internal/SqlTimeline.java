package fr.maillage.patient.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
        sql.sql(
                        """
                        insert into patient.timeline_entry (id, patient_id, at, kind, title, detail, author, link, clinical)
                        values (:id, :patient, :at, :kind, :title, :detail, :author, :link, :clinical)
                        """)
                .param("id", Ids.next())
                .param("patient", patient.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind.name())
                .param("title", title)
                .param("detail", detail)
                .param("author", SignedIn.find().map(SignedIn::displayName).orElse(null))
                .param("link", link)
                .param("clinical", clinical)
                .update();
    }
}
