using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tao.Engine.Pretrained;

namespace Tao.Engine.Artifacts;

/// <summary>
/// Encrypts a model file: AES-256-GCM under a key derived from the user's with PBKDF2-HMAC-SHA256, 600,000 rounds as the OWASP Password
/// Storage Cheat Sheet asks (section "PBKDF2"). Layout: magic (8), rounds (4, little-endian), salt (16), key check (16), tag (16), ciphertext.
/// <para>
/// The salt is the plaintext's hash and not random, so that equal models under equal keys are equal files, which content fingerprints need.
/// Different models still get different keys, so no nonce ever serves twice; what it gives away is that somebody who has
/// a model can recognise its encrypted file.
/// </para>
/// </summary>
internal static class ArtifactCipher
{
    public const int Rounds = 600_000;
    public const int HeaderBytes = MagicBytes + sizeof(uint) + SaltBytes + CheckBytes + TagBytes;

    /// <summary>A file that asks for more rounds than this would hang the reader and was not written by us.</summary>
    private const int MostRounds = 10_000_000;
    private const int MagicBytes = 8;
    private const int SaltBytes = 16;
    private const int CheckBytes = 16;
    private const int TagBytes = 16;
    private const int NonceBytes = 12;
    private const int KeyBytes = 32;
    private const int CheckOffset = MagicBytes + sizeof(uint) + SaltBytes;
    private const int TagOffset = CheckOffset + CheckBytes;

    private static ReadOnlySpan<byte> Magic => "TAOTLTE1"u8;

    public static bool IsEncrypted(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    public static byte[] Encrypt(ReadOnlySpan<byte> plain, string key)
    {
        var file = new byte[HeaderBytes + plain.Length];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(MagicBytes), Rounds);
        SHA256.HashData(plain).AsSpan(0, SaltBytes).CopyTo(file.AsSpan(MagicBytes + sizeof(uint)));
        var secret = Derive(key, file.AsSpan(MagicBytes + sizeof(uint), SaltBytes), Rounds);
        Expand(secret, "key check", CheckBytes).CopyTo(file.AsSpan(CheckOffset));
        using var aes = new AesGcm(Expand(secret, "content", KeyBytes), TagBytes);
        var (tag, associated) = (file.AsMemory(TagOffset, TagBytes), file.AsMemory(0, TagOffset));
        aes.Encrypt(Expand(secret, "nonce", NonceBytes), plain, file.AsSpan(HeaderBytes), tag.Span, associated.Span);
        return file;
    }

    /// <summary>Throws with TAO3009 for a wrong key and TAO3006 for a damaged file: the key check tells one from the other.</summary>
    public static byte[] Decrypt(ReadOnlySpan<byte> file, string key)
    {
        var rounds = file.Length < HeaderBytes ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file[MagicBytes..]);
        if (rounds is 0 or > MostRounds)
            throw new WeightFormatException("its encryption header is damaged.", WeightErrors.ArtifactDamaged);
        var secret = Derive(key, file.Slice(MagicBytes + sizeof(uint), SaltBytes), (int)rounds);
        if (!CryptographicOperations.FixedTimeEquals(Expand(secret, "key check", CheckBytes), file.Slice(CheckOffset, CheckBytes)))
            throw new WeightFormatException("the key does not open this model file.", WeightErrors.KeyWrong);
        var plain = new byte[file.Length - HeaderBytes];
        using var aes = new AesGcm(Expand(secret, "content", KeyBytes), TagBytes);
        try
        {
            aes.Decrypt(Expand(secret, "nonce", NonceBytes), file[HeaderBytes..], file.Slice(TagOffset, TagBytes), plain, file[..TagOffset]);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new WeightFormatException("the model file is damaged: the key is right but its content was changed.", WeightErrors.ArtifactDamaged);
        }
        return plain;
    }

    private static byte[] Derive(string key, ReadOnlySpan<byte> salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(key), salt, rounds, HashAlgorithmName.SHA256, KeyBytes);

    /// <summary>HKDF-Expand (RFC 5869, section 2.3): independent bytes for each purpose, so the public key check tells nothing of the key.</summary>
    private static byte[] Expand(byte[] secret, string purpose, int length) =>
        HKDF.Expand(HashAlgorithmName.SHA256, secret, length, Encoding.ASCII.GetBytes($"tao model {purpose}"));
}
