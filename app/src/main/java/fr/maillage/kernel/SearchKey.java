package fr.maillage.kernel;

import java.text.Normalizer;
import java.util.Locale;

/// What people type and what is stored, made comparable: the twin of the function
/// `platform.search_key` of the database, for where millions of names pass (there it would cost
/// more than the rest of the import). A test compares the two.
public final class SearchKey {

    private SearchKey() {}

    /// Without accent, case or punctuation; words parted by one space.
    public static String of(String words) {
        var plain =
                Normalizer.normalize(ligatures(words), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
        var key = new StringBuilder(plain.length());
        boolean parted = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                if (parted && !key.isEmpty()) key.append(' ');
                key.append(c);
                parted = false;
            } else parted = true;
        }
        return key.toString();
    }

    private static String ligatures(String words) {
        var wide = new StringBuilder(words.length() + 2);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case 'œ', 'Œ' -> wide.append("oe");
                case 'æ', 'Æ' -> wide.append("ae");
                case 'ß', 'ẞ' -> wide.append("ss");
                case 'ø', 'Ø' -> wide.append('o');
                case 'ł', 'Ł' -> wide.append('l');
                case 'đ', 'Đ', 'ð', 'Ð' -> wide.append('d');
                case 'þ', 'Þ' -> wide.append("th");
                case 'ı' -> wide.append('i');
                case 'ħ', 'Ħ' -> wide.append('h');
                case 'ŋ', 'Ŋ' -> wide.append('n');
                case 'ŧ', 'Ŧ' -> wide.append('t');
                default -> wide.append(c);
            }
        }
        return wide.toString();
    }
}
