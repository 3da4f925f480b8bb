package fr.maillage.documents.internal;

import fr.maillage.access.Trail;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an act on a document of somebody leaves: a line of the trail, one of the line of life.
@Component
class Traces {

    private final Timeline timeline;
    private final Trail trail;

    Traces(Timeline timeline, Trail trail) {
        this.timeline = timeline;
        this.trail = trail;
    }

    void told(
            PatientId patient,
            Trail.Action action,
            UUID document,
            String title,
            @Nullable String detail,
            Collection<String> audience) {
        trail.wrote(action, patient, "DOCUMENT", document);
        timeline.add(
                patient,
                Timeline.Kind.DOCUMENT,
                title,
                detail,
                "/documents/" + document,
                !audience.contains(Audience.RECEPTION));
    }
}
