package throttlelab.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the double-click application for the system this runs on: `mvn -Pdist verify` starts it, with the JDK that is to
/// be inside. In `target/dist` lie afterwards the image, the packages made of it, and their SHA-256 sums.
///
/// Arguments: the folder of the repository, and the version.
final class Dist {

    /// How the program is called where a name has no spaces.
    static final String NAME = "ThrottleLab";

    private static final long MOST_BYTES = 200L << 20;

    private Dist() {
    }

    /// Builds everything; ends with 1 and one sentence if something is not as it should be.
    public static void main(String[] arguments) throws Exception {
        Path repository = Path.of(arguments[0]);
        Path target = repository.resolve("app").resolve("target").resolve("dist");
        String version = arguments[1].replace("-SNAPSHOT", "");
        Host host = Host.current();
        try {
            build(repository, target, version, host);
        } catch (DistException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void build(Path repository, Path target, String version, Host host)
            throws IOException, InterruptedException {
        Path source = repository.resolve("app").resolve("src").resolve("dist");
        Icons icons = new Icons(repository, target);
        Image image = new Image(target, version, host, icons.file(host));
        image.link();
        image.addSamples(repository.resolve("samples"));
        new Notices(source.resolve("licences"), target).write(image.app().resolve("legal"));
        new StartCache(image).write();
        image.check(MOST_BYTES);
        List<Path> packages = new Packages(image, source, target, icons).make();
        Sums.write(target.resolve("SHA256SUMS"), packages);
        System.out.println("The application is " + image.root() + ", " + (image.bytes() >> 20) + " MB."
                + Optional.of(packages).filter(made -> !made.isEmpty()).map(made -> " Packages: " + made + ".").orElse(""));
        Use use = new Use(target, image, packages);
        use.run();
    }
}
