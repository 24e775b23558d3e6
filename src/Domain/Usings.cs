global using System.Collections.Immutable;
global using NodaTime;
global using Autogestion.Domain.Kernel;
