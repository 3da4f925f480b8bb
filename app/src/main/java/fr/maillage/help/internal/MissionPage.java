package fr.maillage.help.internal;

import java.util.List;

/// Persons by priority mission, over the four years of a contract.
///
/// @param starts first years one may choose
/// @param toConfirm persons of who reads whose missions the file says and nobody confirmed
public record MissionPage(
        List<Integer> starts,
        int start,
        List<Integer> years,
        List<Row> rows,
        List<Integer> without,
        List<Integer> all,
        boolean confirms,
        int toConfirm) {

    public record Row(String mission, List<Integer> persons) {}
}
