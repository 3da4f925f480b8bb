package fr.maillage.followup.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

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

    static TaskForm of(MultiValueMap<String, String> sent) {
        return new TaskForm(
                FormFields.text(sent, "title"),
                FormFields.text(sent, "kind"),
                FormFields.text(sent, "who"),
                FormFields.text(sent, "phone"),
                FormFields.text(sent, "dueOn"),
                FormFields.text(sent, "dueAt"),
                FormFields.text(sent, "assignee"),
                FormFields.text(sent, "patient"),
                FormFields.text(sent, "_once"));
    }

    Optional<TaskService.NewTask> read(FormErrors errors, LocalDate today) {
        if (title.isEmpty()) errors.add("title", FollowUpText.TITLE_MISSING);
        if (title.length() > 2_000) errors.add("title", FollowUpText.TOO_LONG);
        if (who.length() > 200) errors.add("who", FollowUpText.WHO_TOO_LONG);
        if (phone.length() > 60) errors.add("phone", fr.maillage.kernel.KernelText.PHONE);
        var day = dueOn.isEmpty() ? Optional.of(today) : FormFields.day(dueOn);
        if (day.isEmpty()) errors.add("dueOn", FollowUpText.NOT_A_DAY);
        else if (day.get().isBefore(today)) errors.add("dueOn", FollowUpText.CALL_BACK_PAST);
        var time = FormFields.time(dueAt);
        if (!dueAt.isEmpty() && time.isEmpty()) errors.add("dueAt", FollowUpText.NOT_A_TIME);
        if (!errors.none()) return Optional.empty();
        return Optional.of(
                new TaskService.NewTask(
                        PatientId.parse(patient).orElse(null),
                        kind.equals("RAPPEL") ? "RAPPEL" : "TACHE",
                        title,
                        FormFields.orNull(who),
                        FormFields.orNull(phone),
                        day.orElse(today),
                        time.orElse(null),
                        Ids.parse(assignee).orElse(null),
                        null));
    }
}
