package fr.maillage.access.internal;

import org.jspecify.annotations.Nullable;

/// Where an invitation is accepted.
///
/// @param dead why the link no longer opens; null when it does
/// @param refused what is wrong with what was typed
public record InvitationPage(
        @Nullable String dead,
        String token,
        String name,
        String role,
        String invitedBy,
        String login,
        Acceptance.Refused refused) {}
