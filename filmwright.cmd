@echo off
rem Starts Filmwright from a checkout on Windows: finds a JDK 25, builds when there is no build, and runs.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "TARGET=%HOME_DIR%target"
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*") do if not defined JDK call :try "%%~D"
if not defined JDK (
  echo Filmwright needs a JDK 25 or newer, and finds none. 1>&2
  echo Install Eclipse Temurin 25, or set JAVA_HOME to a JDK 25, and run the same command again. 1>&2
  exit /b 5
)
where mvn >nul 2>nul || (
  echo Filmwright needs Apache Maven 3.8 or newer to build itself, and finds none. Install it and run the same command again. 1>&2
  exit /b 5
)
set "JAVA_HOME=%JDK%"
echo Checking the build... 1>&2
call mvn -q -B -DskipTests -f "%HOME_DIR%pom.xml" process-classes 1>&2 || exit /b 5
rem The class path is written into an argument file: Windows command lines end at 8,191 characters.
powershell -NoProfile -Command "$jars = (Get-Content '%TARGET%\classpath.txt') -split ';'; $fx = ($jars | Where-Object { $_ -match 'javafx-' }) -join ';'; $rest = (@('%TARGET%\filmwright.jar') + ($jars | Where-Object { $_ -notmatch 'javafx-' })) -join ';'; @('--module-path', ('\"' + $fx.Replace('\','\\') + '\"'), '--add-modules', 'javafx.controls,javafx.swing', '--enable-native-access=javafx.graphics,ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow', '-Xmx1g', '-XX:+UseCompactObjectHeaders', '-XX:InitiatingHeapOccupancyPercent=70', '-cp', ('\"' + $rest.Replace('\','\\') + '\"')) | Set-Content -Encoding ascii '%TARGET%\launcher.args'"
rem What the JDK kept of an earlier start; one that does not fit or is damaged is passed over in silence.
set "KEPT=%TARGET%\start-cache.aot"
set "START=-Dfilmwright.start-cache=%KEPT%"
set "FONTS=-Dfilmwright.fonts=%TARGET%\classes\org\filmwright\fonts"
if exist "%KEPT%" (
  "%JDK%\bin\java" "@%TARGET%\launcher.args" "%START%" "%FONTS%" "-XX:AOTCache=%KEPT%" -XX:+VerifySharedSpaces "-Xlog:aot*=off" "-Xlog:cds*=off" org.filmwright.Main %*
) else (
  "%JDK%\bin\java" "@%TARGET%\launcher.args" "%START%" "%FONTS%" org.filmwright.Main %*
)
exit /b %ERRORLEVEL%

:try
if not exist "%~1\release" exit /b 0
set "FEATURE=0"
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FEATURE=%%~V"
set "FEATURE=%FEATURE:"=%"
if %FEATURE% GEQ 25 set "JDK=%~1"
exit /b 0
