package org.filmwright.generate.local.text;

/**
 * The letters that vocabularies write bytes with (Radford et al. 2019): printable ones of Latin-1 stand for themselves, the others
 * are counted up from U+0100.
 */
final class ByteAlphabet {
    private static final String[] LETTERS = letters();

    private ByteAlphabet() {}

    static String letter(int unsignedByte) {
        return LETTERS[unsignedByte];
    }

    private static String[] letters() {
        String[] letters = new String[256];
        int moved = 0;
        for (int value = 0; value < letters.length; value++) {
            boolean printable = value > ' ' && value < 0x7f || value > 0xa0 && value != 0xad;
            letters[value] = String.valueOf((char) (printable ? value : 0x100 + moved++));
        }
        return letters;
    }
}
