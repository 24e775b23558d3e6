namespace Autogestion.Registry;

/// <summary>The registry cannot be opened as it stands: its key file is missing, unsafe or another's, or its tables are newer than the program.</summary>
public sealed class RegistryUnusableException(string message) : Exception(message);
