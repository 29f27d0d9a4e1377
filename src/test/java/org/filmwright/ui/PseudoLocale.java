package org.filmwright.ui;

import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.spi.ResourceBundleControlProvider;

/**
 * A language that nobody speaks: every text has accents and is two fifths longer, between marks. While it is open the
 * studio speaks it; what is still read without marks did not come from a bundle.
 */
public final class PseudoLocale implements AutoCloseable {
    /** Begins every text. */
    public static final String MARK = "⟦";

    private static final Locale LOCALE = Locale.of("en", "XA");
    private static final String PLAIN = "aeiouycnszAEIOUYCNSZ";
    private static final String ACCENTED = "àéîõüýçñšžÀÉÎÕÜÝÇÑŠŽ";

    private final Locale before = Locale.getDefault();

    public PseudoLocale() {
        Locale.setDefault(LOCALE);
    }

    /** Words as this language has them; {@code {arguments}} stay. */
    static String of(String words) {
        StringBuilder said = new StringBuilder(MARK);
        boolean argument = false;
        int letters = 0;
        for (char letter : words.toCharArray()) {
            argument = letter == '{' || argument && letter != '}';
            int at = argument ? -1 : PLAIN.indexOf(letter);
            said.append(at < 0 ? letter : ACCENTED.charAt(at));
            letters += argument ? 0 : 1;
        }
        for (int more = 0; more < Math.ceil(letters * 0.4) - 2; more++) {
            said.append(more % 6 == 0 ? ' ' : 'õ');
        }
        return said.append('⟧').toString();
    }

    @Override
    public void close() {
        Locale.setDefault(before);
    }

    /** Hands out the studio's bundles in this language; found by the service loader of the platform. */
    public static final class Bundles implements ResourceBundleControlProvider {
        @Override
        public ResourceBundle.Control getControl(String name) {
            return name.startsWith("org.filmwright.ui.") ? new Translating() : null;
        }
    }

    private static final class Translating extends ResourceBundle.Control {
        @Override
        public List<Locale> getCandidateLocales(String name, Locale locale) {
            return locale.equals(LOCALE) ? List.of(LOCALE) : List.of(Locale.ROOT);
        }

        @Override
        public ResourceBundle newBundle(String name, Locale locale, String format, ClassLoader loader, boolean reload)
                throws IOException, IllegalAccessException, InstantiationException {
            ResourceBundle english = super.newBundle(name, Locale.ROOT, "java.properties", loader, reload);
            return locale.equals(LOCALE) ? new Translated(english) : english;
        }

        @Override
        public List<String> getFormats(String name) {
            return FORMAT_PROPERTIES;
        }
    }

    private static final class Translated extends ResourceBundle {
        private final ResourceBundle english;

        Translated(ResourceBundle english) {
            this.english = english;
        }

        @Override
        protected Object handleGetObject(String key) {
            return english.containsKey(key) ? of(english.getString(key)) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return english.getKeys();
        }
    }
}
