package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.Optional;

/// A new task exactly as typed.
public record TaskForm(
        String title,
        String kind,
        String who,
        String phone,
        String dueOn,
        String dueAt,
        String assignee,
        String patient,
        String once) {

    static TaskForm of(Sent sent) {
        return new TaskForm(
                sent.text("title"),
                sent.text("kind"),
                sent.text("who"),
                sent.text("phone"),
                sent.text("dueOn"),
                sent.text("dueAt"),
                sent.text("assignee"),
                sent.text("patient"),
                sent.text("_once"));
    }

    Optional<TaskService.NewTask> read(FormErrors errors, LocalDate today) {
        if (title.isEmpty()) errors.add("title", FollowUpText.TITLE_MISSING);
        if (title.length() > 2_000) errors.add("title", FollowUpText.TOO_LONG);
        if (who.length() > 200) errors.add("who", FollowUpText.WHO_TOO_LONG);
        if (phone.length() > 60) errors.add("phone", fr.maillage.kernel.KernelText.PHONE);
        var day = dueOn.isEmpty() ? Optional.of(today) : FrenchDates.read(dueOn);
        if (day.isEmpty()) errors.add("dueOn", FollowUpText.NOT_A_DAY);
        else if (day.get().isBefore(today)) errors.add("dueOn", FollowUpText.CALL_BACK_PAST);
        var time = FrenchDates.readTime(dueAt);
        if (!dueAt.isEmpty() && time.isEmpty()) errors.add("dueAt", FollowUpText.NOT_A_TIME);
        if (!errors.none()) return Optional.empty();
        return Optional.of(
                new TaskService.NewTask(
                        PatientId.parse(patient).orElse(null),
                        kind.equals("RAPPEL") ? "RAPPEL" : "TACHE",
                        title,
                        Sent.orNull(who),
                        Sent.orNull(phone),
                        day.orElse(today),
                        time.orElse(null),
                        Ids.parse(assignee).orElse(null),
                        null));
    }
}
