package fr.maillage.followup.internal;

import fr.maillage.casefile.CaseFiles.Support;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.correspondence.LetterReturned;
import fr.maillage.followup.internal.TaskService.NewTask;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A letter that came back told nobody: who follows the person has to find the right address, in
/// the transaction that notes the return.
@Component
class FindAddressWhenLetterReturned {

    private final TaskService tasks;
    private final CaseFiles files;
    private final Clock clock;

    FindAddressWhenLetterReturned(TaskService tasks, CaseFiles files, Clock clock) {
        this.tasks = tasks;
        this.files = files;
        this.clock = clock;
    }

    @EventListener
    void on(LetterReturned event) {
        var patient = event.patient();
        tasks.remind(
                new NewTask(
                        patient,
                        "TACHE",
                        FollowUpText.LETTER_RETURNED,
                        null,
                        null,
                        LocalDate.now(clock),
                        null,
                        patient == null
                                ? null
                                : files.current(patient).map(Support::coordinatorId).orElse(null),
                        null));
    }
}
