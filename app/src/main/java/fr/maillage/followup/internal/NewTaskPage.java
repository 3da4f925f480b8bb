package fr.maillage.followup.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a new task.
///
/// @param about the person it is about, by name
public record NewTaskPage(
        TaskForm form,
        FormErrors errors,
        @Nullable String about,
        List<Choice> assignees,
        String today) {}
