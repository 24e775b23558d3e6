namespace Autogestion.Office.Tests.Crash;

/// <summary>How long the crash tests go on: a few rounds in the daily check, very many in the full one. Seeds make a round that failed come again.</summary>
internal static class Rounds
{
    public static int Count(int few, int many) => Environment.GetEnvironmentVariable("AUTOGESTION_FULL") == "1" ? many : few;
}
