import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches Maven for mvnw and mvnw.cmd, with nothing but a JDK: not every machine has curl, sha256sum and unzip.
 *
 * <p>{@code java FetchMaven.java <url of the zip> <its SHA-256> <directory to install to>}
 *
 * <p>Ends with 0 when Maven is installed, 3 (and the reason on the standard output) when the archive cannot be had, and
 * 1 when what came is not what was pinned. The directory appears complete or not at all.
 */
class FetchMaven {
    private static final int CONNECT_SECONDS = 3;
    private static final int READ_SECONDS = 15;
    private static final int UNREACHABLE = 3;

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        byte[] archive = download(url);
        String found = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        if (!found.equals(arguments[1])) {
            System.err.printf("mvnw: The SHA-256 of %s is %s, and %s is pinned: not used.%n", url, found, arguments[1]);
            System.exit(1);
        }
        install(archive, Path.of(arguments[2]));
    }

    private static byte[] download(String url) {
        try {
            URLConnection connection = URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_SECONDS * 1000);
            connection.setReadTimeout(READ_SECONDS * 1000);
            connect(connection);
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes();
            }
        } catch (Exception e) {
            System.out.println(e.getCause() == null ? e : e.getCause());
            System.exit(UNREACHABLE);
            throw new AssertionError(e);
        }
    }

    /** In a thread of its own: a connection's time-out does not include the time that a dead name server takes. */
    private static void connect(URLConnection connection) throws Exception {
        FutureTask<Void> connected = new FutureTask<>(() -> {
            connection.connect();
            return null;
        });
        Thread.ofPlatform().daemon().start(connected);
        connected.get(CONNECT_SECONDS + 1, TimeUnit.SECONDS);
    }

    private static void install(byte[] archive, Path directory) throws IOException {
        Path part = Files.createTempDirectory(Files.createDirectories(directory.getParent()), "part");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpack(entry, zip, part.resolve(entry.getName()));
            }
        }
        Path unpacked = part.resolve(directory.getFileName());
        unpacked.resolve("bin/mvn").toFile().setExecutable(true, false);
        try {
            Files.move(unpacked, directory);
        } catch (FileAlreadyExistsException e) {
            return; // another build was faster, and its Maven is the same
        }
        Files.delete(part);
    }

    private static void unpack(ZipEntry entry, InputStream content, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
        } else {
            Files.createDirectories(to.getParent());
            Files.copy(content, to);
        }
    }
}
