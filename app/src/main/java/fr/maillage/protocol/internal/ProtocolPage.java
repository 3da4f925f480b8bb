package fr.maillage.protocol.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of a protocol, to be read.
///
/// @param href address of the protocol; null for one that is only offered
/// @param offer how to take it, when it is only offered
/// @param toCheck lines whose source nobody read
public record ProtocolPage(
        @Nullable String href,
        @Nullable Offer offer,
        String title,
        String sub,
        Mark state,
        @Nullable String warning,
        String summary,
        String checking,
        String delegation,
        List<String> pathologies,
        List<String> inclusion,
        List<String> exit,
        List<String> complex,
        List<Goal> goals,
        List<Group> acts,
        List<Act> sessions,
        List<Watch> watches,
        List<Algorithm> algorithms,
        List<Rule> rules,
        int lines,
        long toCheck,
        List<Review> reviews,
        ReviewForm review,
        List<Version> versions,
        Acts may,
        FormErrors errors,
        String typedWhy,
        String reviewedBy,
        String reviewOn) {

    public record Mark(String label, String tone, String icon) {}

    public record Offer(String kind, String id) {}

    public record Goal(String title, String kind, String measure, String source) {}

    /// Interventions of one volet.
    public record Group(String title, List<Act> acts) {}

    public record Act(
            String title,
            String kind,
            String when,
            @Nullable String words,
            String margins,
            String role,
            String condition,
            String source) {}

    /// A check of its application.
    ///
    /// @param counted the figures of the period, in words
    public record Review(
            String title, String counted, String findings, @Nullable String decided, String by) {}

    /// What was typed of the next one.
    ///
    /// @param acts where the acts of plans that apply it are listed; null for who may not
    public record ReviewForm(
            String from, String until, String findings, String decided, @Nullable String acts) {}

    public record Watch(
            String title, String trigger, String severity, String tone, String source) {}

    /// A decision algorithm.
    ///
    /// @param size « 3 questions »
    public record Algorithm(String name, String size, String href) {}

    /// A rule over findings.
    ///
    /// @param lines what it proposes, in words
    public record Rule(String title, String condition, String lines, String source) {}

    /// @param compare address of what changed since the one before, or null
    public record Version(
            String label, String href, Mark state, String when, @Nullable String compare) {}

    /// What may be done now.
    public record Acts(
            boolean write,
            boolean edit,
            boolean next,
            boolean publish,
            boolean withdraw,
            boolean share,
            boolean unshare,
            boolean plans,
            boolean attempt) {}
}
