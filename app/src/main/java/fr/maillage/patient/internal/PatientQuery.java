package fr.maillage.patient.internal;

import fr.maillage.kernel.BirthDate;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.PhoneNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody typed to find a person, taken apart: words of a name, a birth date or its year, a
/// telephone number or its beginning, a matricule INS. Nothing typed is ever an error: what is not
/// understood is a word.
///
/// @param words in the form names are compared in
/// @param phone digits, or the first ones
record PatientQuery(
        List<String> words,
        @Nullable LocalDate birth,
        @Nullable Integer birthYear,
        @Nullable String phone,
        @Nullable String ins) {

    private static final Pattern PHONE =
            Pattern.compile(
                    "(?:\\+|\\b00)\\d[\\d .()\\-]{7,}\\d|\\b0[1-9](?:[ .\\-/]?\\d\\d){4}\\b");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[/.\\- ]\\d{1,2}[/.\\- ]\\d{4}\\b|\\b\\d{8}\\b");
    private static final Pattern WORDED_DATE =
            Pattern.compile(
                    "\\b(\\d{1,2})(?:er)? +("
                            + String.join("|", FrenchDates.plainMonths())
                            + ") +(\\d{4})\\b");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int WORDS = 6;

    PatientQuery {
        words = List.copyOf(words);
    }

    /// Reads what was typed; `today` tells a birth date from a number.
    static PatientQuery parse(String typed, LocalDate today) {
        var text = typed.length() > 200 ? typed.substring(0, 200) : typed;
        var ins = Ins.parse(text).map(Ins::value).orElse(null);
        if (ins != null) return new PatientQuery(List.of(), null, null, null, ins);

        String phone = null;
        var phoneFound = PHONE.matcher(text);
        if (phoneFound.find()) {
            phone = PhoneNumber.searchForm(phoneFound.group());
            text = without(text, phoneFound);
        }
        LocalDate birth = null;
        var plain = PersonName.searchKey(text);
        var worded = WORDED_DATE.matcher(plain);
        if (worded.find()) {
            birth =
                    BirthDate.parse(
                                    worded.group(1)
                                            + "/"
                                            + FrenchDates.month(worded.group(2))
                                            + "/"
                                            + worded.group(3),
                                    today)
                            .map(BirthDate::value)
                            .orElse(null);
            text = without(plain, worded);
        } else {
            var date = DATE.matcher(text);
            while (birth == null && date.find()) {
                birth = BirthDate.parse(date.group(), today).map(BirthDate::value).orElse(null);
                if (birth != null) text = without(text, date);
            }
        }
        Integer year = null;
        var words = new ArrayList<String>();
        for (var word :
                PersonName.searchKey(text)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", " ")
                        .strip()
                        .split(" ")) {
            if (word.isEmpty()
                    || List.of("ne", "nee", "le").contains(word)
                            && (birth != null || YEAR.matcher(text).find())) continue;
            if (YEAR.matcher(word).matches() && birth == null && year == null) {
                year = Integer.valueOf(word);
            } else if (word.matches("0\\d{3,9}") && phone == null) {
                phone = word;
            } else if (words.size() < WORDS) {
                words.add(word);
            }
        }
        return new PatientQuery(words, birth, year, phone, null);
    }

    /// Nothing to look for.
    boolean empty() {
        return words.isEmpty()
                && birth == null
                && birthYear == null
                && phone == null
                && ins == null;
    }

    /// How near one word typed is to one of theirs: equal 1, begun 0.9, less for a typo, 0 when it
    /// is another word.
    static double wordLikeness(String typed, String theirs) {
        if (typed.equals(theirs)) return 1;
        if (theirs.startsWith(typed)) return 0.9; // still typing
        if (mayBeMistyped(typed)
                && theirs.length() >= 3
                && Math.abs(typed.length() - theirs.length()) <= 2) {
            int allowed = Math.min(typed.length(), theirs.length()) >= 8 ? 2 : 1;
            int apart = distance(typed, theirs);
            if (apart <= allowed) return apart == 1 ? 0.75 : 0.6;
        }
        if (typed.length() >= 4
                && theirs.length() > typed.length()) { // a typo in what is still being typed
            if (distance(typed, theirs.substring(0, typed.length())) <= 1) return 0.55;
        }
        return 0;
    }

    /// Below three letters a typo would be any other word.
    static boolean mayBeMistyped(String typed) {
        return typed.length() >= 3;
    }

    /// How short a word like `typed` may be.
    static int shortestLike(String typed) {
        return Math.max(3, typed.length() - 2);
    }

    /// How many letters were added, forgotten, changed or swapped with their neighbour.
    static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(
                                Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1),
                                d[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static String without(String text, MatchResult found) {
        return text.substring(0, found.start()) + " " + text.substring(found.end());
    }
}
