package fr.maillage.adverse.internal;

import fr.maillage.web.FormView.Option;

import java.util.Arrays;
import java.util.List;

/// Whether a corrective action helped.
enum Effect {
    EFFICACE("Efficace", "is-done", "circle-check"),
    EN_PARTIE("Efficace en partie", "is-due", "circle-dot"),
    SANS_EFFET("Sans effet", "is-due", "circle-x");

    final String label;
    final String tone;
    final String icon;

    Effect(String label, String tone, String icon) {
        this.label = label;
        this.tone = tone;
        this.icon = icon;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(e -> new Option(e.name(), e.label, false)).toList();
    }
}
