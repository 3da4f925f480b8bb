package fr.maillage.adverse.internal;

import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The register: what it holds for the reader, counted and in lines.
///
/// @param keeps whether the reader keeps it
/// @param waiting how many are to be qualified; null for who decides about none
/// @param csv address of the same for a spreadsheet; null for who does not keep it
/// @param managers the form that names quality managers; null for anybody but the head
public record RegisterPage(
        boolean keeps,
        int total,
        String from,
        String to,
        List<FormView.Option> types,
        List<FormView.Option> gravities,
        List<FormView.Option> states,
        List<Line> lines,
        List<String> heads,
        List<Row> counts,
        List<Month> months,
        String beforeTitle,
        @Nullable Integer waiting,
        @Nullable String csv,
        @Nullable String earlier,
        @Nullable String later,
        @Nullable FormView managers,
        String source) {

    /// @param ars what the law still asks to be sent about it; null when nothing
    public record Line(
            String href,
            String number,
            String type,
            String icon,
            String when,
            String exact,
            @Nullable String gravity,
            String tone,
            boolean eigs,
            String state,
            String stateTone,
            String stateIcon,
            @Nullable String ars) {}

    /// Counts of a type, gravity after gravity, then those not rated, EIGS, all, and before.
    public record Row(String type, List<Integer> counts, int eigs, int all, int before) {}

    public record Month(String month, int count) {}
}
