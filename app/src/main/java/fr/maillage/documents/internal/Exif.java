package fr.maillage.documents.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How a photograph was held, as a JPEG says it. Source: Exif 2.32, tag 0x0112.
///
/// @param turn degrees clockwise to turn it by to see it upright: 0, 90, 180 or 270
/// @param mirrored to be mirrored left to right before it is turned
record Exif(int turn, boolean mirrored) {

    private static final Exif UPRIGHT = new Exif(0, false);
    private static final int ORIENTATION = 0x0112;

    /// Reads it; upright when nothing is said, or nothing readable.
    static Exif of(byte[] jpeg) {
        try {
            var in = ByteBuffer.wrap(jpeg);
            if (in.getShort() != (short) 0xFFD8) return UPRIGHT;
            while (in.remaining() > 4) {
                int marker = in.getShort() & 0xFFFF;
                int length = in.getShort() & 0xFFFF;
                if (marker == 0xFFDA || marker >> 8 != 0xFF || length < 2) return UPRIGHT;
                if (marker == 0xFFE1 && header(in)) return orientation(in.slice());
                in.position(in.position() + length - 2);
            }
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            // cut short: seen as it is
        }
        return UPRIGHT;
    }

    /// The same image without what it tells about its making (place, device, owner): segments APP1
    /// and APP13 left out, the image itself untouched.
    static byte[] without(byte[] jpeg) {
        var out = ByteBuffer.allocate(jpeg.length);
        try {
            var in = ByteBuffer.wrap(jpeg);
            out.putShort(in.getShort());
            while (in.remaining() > 4) {
                int start = in.position();
                int marker = in.getShort() & 0xFFFF;
                int length = in.getShort() & 0xFFFF;
                if (marker == 0xFFDA || marker >> 8 != 0xFF || length < 2) {
                    out.put(jpeg, start, jpeg.length - start);
                    break;
                }
                if (marker != 0xFFE1 && marker != 0xFFED) out.put(jpeg, start, length + 2);
                in.position(start + 2 + length);
            }
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            return jpeg; // damaged: the reader of images will say so
        }
        var kept = new byte[out.position()];
        out.flip().get(kept);
        return kept;
    }

    private static boolean header(ByteBuffer in) {
        var name = new byte[6];
        in.get(in.position(), name);
        if (!new String(name, StandardCharsets.ISO_8859_1).equals("Exif\0\0")) return false;
        in.position(in.position() + 6);
        return true;
    }

    private static Exif orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) return of(tiff.getShort(entry + 8));
        }
        return UPRIGHT;
    }

    private static Exif of(int code) {
        return switch (code) {
            case 2 -> new Exif(0, true);
            case 3 -> new Exif(180, false);
            case 4 -> new Exif(180, true);
            case 5 -> new Exif(270, true);
            case 6 -> new Exif(90, false);
            case 7 -> new Exif(90, true);
            case 8 -> new Exif(270, false);
            default -> UPRIGHT;
        };
    }
}
