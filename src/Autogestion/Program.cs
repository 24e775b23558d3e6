return await Autogestion.Cli.CommandLine.RunAsync(args);
