package fr.maillage.planning.internal.solver;

/// Something that stays where it is: an appointment, a permanence, a pinned visit.
///
/// @param place where it is, rank in the roads
/// @param start first minute
/// @param end minute after the last
public record Block(int place, long start, long end) {

    boolean meets(long from, long until) {
        return start < until && end > from;
    }
}
