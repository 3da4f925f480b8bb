package fr.maillage.planning.internal;

import fr.maillage.web.FormErrors;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One visit of a proposal: where it is, moved, pinned.
public record StopPage(
        String proposal,
        String id,
        int version,
        String back,
        String file,
        String name,
        String when,
        List<Fact> facts,
        boolean open,
        boolean placed,
        boolean pinned,
        String day,
        String time,
        List<Member> members,
        FormErrors errors,
        @Nullable String conflict) {

    public record Fact(String label, String value) {}

    public record Member(String id, String name, boolean chosen) {}
}
