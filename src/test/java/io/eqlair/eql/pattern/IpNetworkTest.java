package io.eqlair.eql.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTest {
    private static final long SEED = 20_260_103;

    @ParameterizedTest
    @CsvSource({
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:1",
        "1::, 1:0:0:0:0:0:0:0",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "2001:DB8::a, 2001:db8:0:0:0:0:0:000A",
        "fe80::1%eth0, fe80::1",
        "fe80::1%25, fe80::1",
        "10.0.0.1, ::ffff:10.0.0.1",
        "10.0.0.1, ::FFFF:a00:1",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
        "64:ff9b::255.255.255.255, 64:ff9b::ffff:ffff"
    })
    void formsOfOneAddressAreEqual(String a, String b) {
        assertThat(IpAddress.parse(a)).isNotNull().isEqualTo(IpAddress.parse(b));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "1",
                "1.2.3",
                "1.2.3.",
                "1.2.3.4.5",
                ".1.2.3.4",
                "1..2.3",
                "01.2.3.4",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.+4",
                " 1.2.3.4",
                "1.2.3.4 ",
                "1.2.3.1000",
                "0x1.2.3.4",
                "１.2.3.4",
                "1.2.3.4%eth0",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                ":1::2",
                "1::2:",
                "1:2:3:4:5:6:7:8::",
                "1:2:3:4::5:6:7:8",
                "::12345",
                "::g",
                "::-1",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "%eth0",
                "::１"
            })
    void otherTextsAreNoAddresses(String text) {
        assertThat(IpAddress.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/8 ",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                "/8",
                "::/129",
                "fe80::1%eth0",
                "fe80::1%eth0/64",
                "fe80::1/64%eth0",
                "host/8",
                "10.0.0.0/255.0.0.0"
            })
    void otherTextsAreNoBlocks(String text) {
        assertThat(IpNetwork.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10.6.48.157/8, 10.255.255.255, true",
        "10.6.48.157/8, 11.0.0.0, false",
        "10.0.0.1/32, 10.0.0.1, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
        "::ffff:10.0.0.0/104, 10.1.2.3, true",
        "::/0, 10.1.2.3, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/64, 2001:db8:0:1::1, false",
        "2001:db8::/65, 2001:db8:0:0:8000::, false",
        "::1/128, ::1, true"
    })
    void blocksContainWhatTheirPrefixSays(String block, String address, boolean expected) {
        assertThat(network(block).contains(address(address))).isEqualTo(expected);
    }

    @Test
    void blocksContainWhatIntegersOf128BitsSay() throws UnknownHostException {
        Random random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            byte[] base = bytes(random);
            byte[] other = near(base, random);
            int prefix = random.nextInt(base.length * 8 + 1);
            String block = text(base) + "/" + prefix;
            int shift = base.length * 8 - prefix;
            boolean expected =
                    new BigInteger(1, base).shiftRight(shift).equals(new BigInteger(1, other).shiftRight(shift));
            assertThat(network(block).contains(address(text(other))))
                    .as("%s in %s, seed %s", text(other), block, SEED)
                    .isEqualTo(expected);
        }
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(bytes);
        Arrays.fill(bytes, 0, random.nextInt(bytes.length), (byte) random.nextInt(-1, 1));
        return bytes;
    }

    /** The same address with one bit turned over. */
    private static byte[] near(byte[] address, Random random) {
        byte[] near = address.clone();
        int bit = random.nextInt(near.length * 8);
        near[bit / 8] ^= (byte) (1 << bit % 8);
        return near;
    }

    private static String text(byte[] address) throws UnknownHostException {
        return address.length == 4
                ? InetAddress.getByAddress(address).getHostAddress()
                : Inet6Address.getByAddress(null, address, -1).getHostAddress();
    }

    private static IpNetwork network(String text) {
        return Objects.requireNonNull(IpNetwork.parse(text), text);
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.parse(text), text);
    }
}
