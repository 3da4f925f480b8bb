package fr.maillage.followup.internal.team;

import fr.maillage.followup.internal.Choice;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a consigne.
///
/// @param about the person it is about, by name
/// @param clinical whether the writer may mark it as health content
public record NewConsignePage(
        Sent form,
        FormErrors errors,
        @Nullable String about,
        List<Choice> members,
        boolean clinical,
        String today) {}
